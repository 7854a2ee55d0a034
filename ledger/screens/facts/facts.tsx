import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useChanges } from "#web/kit/changes.ts";
import { Empty } from "#web/kit/empty.tsx";
import { Page } from "#web/kit/page.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { ContractDoors } from "../doors/contract-doors.tsx";
import { ContractLink } from "../doors/contract-link.tsx";
import { ChangeFact } from "./change-fact.tsx";
import { Entry } from "./entry.tsx";
import { changesIn, mayChange, type Told, toldOf } from "./fact.ts";
import { ImportFacts } from "./import-facts.tsx";
import { StateFact } from "./state-fact.tsx";
import styles from "./facts.module.css";

/** A contract's log, the newest first: to be read, added to, corrected. */
export function Screen() {
  const say = useSay();
  const { here } = useSpace();
  const may = useMay("facts:write");
  const { contract = "" } = useParams({ strict: false });
  const { found, log, kinds } = useLog(contract);
  const [doing, setDoing] = useState<"state" | "import" | { told: Told; how: "correct" | "withdraw" }>();
  const done = () => setDoing(undefined);
  const changes = changesIn(log);
  const kindOf = (name: string) => kinds.data?.items.find(({ kind }) => kind === name);
  const subjects = [...new Set(log.map(({ subject }) => subject))].filter((one) => one !== "" && one !== "contract");
  return (
    <Page
      title={say({ fr: "Faits", en: "Facts" })}
      lead={<ContractLink contract={contract} />}
      actions={
        may && (
          <div className={styles.actions}>
            <Button variant="default" onClick={() => setDoing("import")}>
              {say({ fr: "Importer", en: "Import" })}
            </Button>
            <Button onClick={() => setDoing("state")} disabled={!kinds.data}>
              {say({ fr: "Énoncer un fait", en: "State a fact" })}
            </Button>
          </div>
        )
      }
    >
      <ContractDoors contract={contract} />
      <Trouble error={found.error ?? kinds.error} again={() => (void found.refetch(), void kinds.refetch())} />
      {found.isPending && <Waiting what={{ fr: "Le journal arrive.", en: "The log is coming." }} />}
      {found.data && log.length === 0 && (
        <Empty title={say({ fr: "Le journal est vide.", en: "The log is empty." })}>
          {say({
            fr: "Un contrat vit de ce qui est énoncé : l'acceptation d'abord, puis chaque incident, chaque facture, chaque demande.",
            en: "A contract lives on what is stated: first its acceptance, then each incident, each invoice, each request.",
          })}
        </Empty>
      )}
      <ol className={styles.log} reversed>
        {log.map((told) => (
          <Entry
            key={told.entry}
            told={told}
            kind={kindOf(told.kind)}
            changed={changes.get(told.name)}
            change={may && mayChange(here.kind, told) ? (how) => setDoing({ told, how }) : undefined}
          />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say({ fr: "Faits plus anciens", en: "Older facts" })}
        </Button>
      )}
      {doing === "state" && kinds.data && (
        <StateFact contract={contract} kinds={kinds.data.items} common={kinds.data.common} subjects={subjects} close={done} />
      )}
      {doing === "import" && <ImportFacts contract={contract} close={done} />}
      {typeof doing === "object" && <ChangeFact contract={contract} {...doing} kind={kindOf(doing.told.kind)} close={done} />}
    </Page>
  );
}

/** The log, and the kinds of facts that the contract knows; both are fresh when it moves. */
function useLog(contract: string) {
  const server = useServer();
  const queries = useQueryClient();
  const path = { contract };
  useChanges((change) => {
    if (change.contract === undefined || change.contract === contract) void queries.invalidateQueries({ queryKey: ["facts", contract] });
  });
  const found = useInfiniteQuery({
    queryKey: ["facts", contract],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { order: "latest" as const, limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) };
      return (await server.GET("/api/v1/contracts/{contract}/facts", { params: { path, query } })).data!;
    },
    getNextPageParam: ({ next }) => next,
  });
  const kinds = useQuery({
    queryKey: ["kinds", contract],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}/kinds", { params: { path } })).data!,
  });
  return { found, kinds, log: found.data?.pages.flatMap(({ items }) => items.map(toldOf)) ?? [] };
}
