import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useNow } from "#web/kit/now.ts";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { deadlineWords, leftWords } from "#web/kit/words/left.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { type BookEntry, type BookQuery, readBook } from "./book.ts";
import styles from "./book-list.module.css";

interface Listed {
  kind: "customer" | "distributor";
  /** Only who bought through this distributor. */
  distributor?: string;
  /** Where a line leads. */
  to: "/customers/$tenant" | "/distributors/$tenant";
  /** What is said while there is nobody. */
  empty: ReactNode;
}

/** Customers or distributors by name, with what each has and what comes next. */
export function BookList({ kind, distributor, to, empty }: Listed) {
  const { say } = useLanguage();
  const server = useServer();
  const [words, setWords] = useState("");
  const [sought] = useDebouncedValue(words.trim(), 250);
  const query: BookQuery = { kind, ...(sought !== "" && { words: sought }), ...(distributor !== undefined && { distributor }) };
  const found = useInfiniteQuery({
    queryKey: ["book", query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readBook(server, { ...query, ...(pageParam !== undefined && { cursor: pageParam }) }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const entries = found.data?.pages.flatMap(({ items }) => items) ?? [];
  if (found.data && entries.length === 0 && sought === "" && words === "") return empty;
  return (
    <>
      <TextInput
        type="search"
        className={styles.search}
        label={say({ fr: "Chercher par nom", en: "Search by name" })}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "La liste arrive.", en: "The list is coming." }} />}
      {found.data && entries.length === 0 && (
        <p className={styles.none}>
          {say({ fr: "Aucun nom ne contient « {words} ».", en: "No name contains “{words}”." }, { words: sought })}
        </p>
      )}
      <ul className={styles.list} aria-busy={found.isFetching}>
        {entries.map((entry) => (
          <Entry key={entry.tenant} entry={entry} to={to} through={distributor === undefined} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say({ fr: "La suite", en: "More" })}
        </Button>
      )}
    </>
  );
}

function Entry({ entry, to, through }: { entry: BookEntry; to: Listed["to"]; through: boolean }) {
  const { language, say } = useLanguage();
  const now = useNow();
  const { tenant, name, kind, contracts, overdue, next, distributor } = entry;
  return (
    <li>
      <Link to={to} params={{ tenant }} className={styles.row}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>
          {through && distributor?.name !== undefined && say({ fr: "par {name}", en: "through {name}" }, { name: distributor.name })}
        </span>
        {kind === "customer" && (
          <>
            <span className={styles.about}>
              {contracts === 0 && say({ fr: "aucun contrat", en: "no contract" })}
              {contracts === 1 && say({ fr: "1 contrat", en: "1 contract" })}
              {contracts > 1 && say({ fr: "{contracts} contrats", en: "{contracts} contracts" }, { contracts })}
            </span>
            <span className={styles.next} data-overdue={overdue > 0}>
              {overdue > 0 && <strong>▲ {say({ fr: "{overdue} en retard", en: "{overdue} overdue" }, { overdue })}</strong>}
              {overdue === 0 && next !== undefined && (
                <time dateTime={next} title={deadlineWords(Date.parse(next), language)}>
                  {leftWords(Date.parse(next), now, language)}
                </time>
              )}
            </span>
          </>
        )}
      </Link>
    </li>
  );
}
