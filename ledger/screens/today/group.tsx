import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { TenuClient } from "#web/kit/client/client.ts";
import { useNow } from "#web/kit/now.ts";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { type Bounds, type Narrowed, readDue } from "./due.ts";
import { DueLine } from "./line.tsx";
import styles from "./group.module.css";

interface Group {
  title: string;
  /** What tells it from the others: its urgency, or its day. */
  name: string;
  /** How many there are, where that is known. */
  lines?: number | undefined;
  bounds: Bounds;
  narrowed: Narrowed;
  many?: number;
  among?: "tenant" | undefined;
}

/** Lines of one urgency, the soonest first, a handful at a time. Where there is nothing, nothing is shown. */
export function DueGroup({ title, name, lines, bounds, narrowed, many = 10, among }: Group) {
  const say = useSay();
  const server = useServer();
  const now = useNow();
  const heading = useId();
  const found = useInfiniteQuery({
    queryKey: ["due", name, narrowed],
    initialPageParam: undefined as PageAsked | undefined,
    queryFn: ({ pageParam }) => readPage(server, narrowed, many, pageParam ?? { bounds }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: 60_000,
    enabled: lines !== 0,
  });
  const edges = found.data?.pages.flatMap(({ items }) => items) ?? [];
  if (lines === 0 || (found.data && edges.length === 0)) return null;
  const left = lines === undefined ? 0 : lines - edges.length;
  return (
    <section className={styles.group} aria-labelledby={heading} data-name={name}>
      <h2 id={heading}>
        {title} {lines !== undefined && <span className={styles.lines}>{lines}</span>}
      </h2>
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Les échéances arrivent.", en: "What is due is coming." }} />}
      <ol className={styles.list}>
        {edges.map((edge) => (
          <DueLine key={`${edge.contract} ${edge.item.id}`} edge={edge} now={now} among={among} />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button variant="default" size="xs" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {left > 0 ? say({ fr: "La suite ({left})", en: "More ({left})" }, { left }) : say({ fr: "La suite", en: "More" })}
        </Button>
      )}
    </section>
  );
}

/** A cursor is good for the bounds that its first page was asked with. */
interface PageAsked {
  bounds: Bounds;
  cursor?: string;
}

async function readPage(server: TenuClient, { side, type, tenant }: Narrowed, limit: number, { bounds, cursor }: PageAsked) {
  const { items, next } = await readDue(server, {
    limit,
    paused: "no",
    ...bounds,
    ...(side && { side }),
    ...(type && { type }),
    ...(tenant !== undefined && { tenant }),
    ...(cursor !== undefined && { cursor }),
  });
  return { items, next: next === undefined ? undefined : { bounds, cursor: next } };
}
