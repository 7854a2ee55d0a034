import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "#web/kit/client/schema.d.ts";
import { useNow } from "#web/kit/now.ts";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { deadlineWords, leftWords } from "#web/kit/words/left.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { phaseWords } from "./phase-words.ts";
import styles from "./contracts.module.css";

type Contract = components["schemas"]["ListedContract"];

export interface Sought {
  words?: string;
  phase?: "draft" | "running" | "suspended" | "ended";
  trouble?: "yes";
}

/** Contracts in reach, the latest first; `tenant` is one customer's, `sought` those that answer to it. */
export function ContractList({ tenant, sought = {}, empty }: { tenant?: string; sought?: Sought; empty: ReactNode }) {
  const { say } = useLanguage();
  const server = useServer();
  const found = useInfiniteQuery({
    queryKey: ["contracts", tenant, sought],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { ...sought, ...(tenant !== undefined && { tenant }), ...(pageParam !== undefined && { cursor: pageParam }) };
      const { data } = await server.GET("/api/v1/contracts", { params: { query } });
      return data!;
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const contracts = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Les contrats arrivent.", en: "The contracts are coming." }} />}
      {found.data && contracts.length === 0 ? (
        empty
      ) : (
        <ul className={styles.list} aria-busy={found.isFetching}>
          {contracts.map((contract) => (
            <Line key={contract.contract} contract={contract} whose={tenant === undefined} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say({ fr: "Contrats plus anciens", en: "Older contracts" })}
        </Button>
      )}
    </>
  );
}

function Line({ contract: { contract, name, phase, due, documents, trouble, tenantName }, whose }: { contract: Contract; whose: boolean }) {
  const { language, say } = useLanguage();
  const { here } = useSpace();
  const now = useNow();
  const accepting = phase === "draft" && here.kind === "customer";
  return (
    <li>
      <Link to={accepting ? "/contracts/$contract/acceptance" : "/contracts/$contract"} params={{ contract }} className={styles.row}>
        <span className={styles.name}>{name}</span>
        <span className={styles.documents}>
          {whose && here.kind !== "customer" ? tenantName : documents.map(({ id }) => id).join(" · ")}
        </span>
        <span className={styles.phase} data-phase={phase}>
          {say(phaseWords(phase))}
          {trouble !== undefined && (
            <span className={styles.trouble} title={trouble}>
              {say({ fr: "à l'arrêt", en: "held up" })}
            </span>
          )}
        </span>
        <span className={styles.due}>
          {due !== undefined && phase !== "draft" && (
            <time dateTime={due} title={deadlineWords(Date.parse(due), language)}>
              {leftWords(Date.parse(due), now, language)}
            </time>
          )}
        </span>
      </Link>
    </li>
  );
}
