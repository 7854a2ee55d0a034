import { Blank } from "#web/kit/blank.tsx";
import type { components } from "#web/kit/client/schema.d.ts";
import { Section } from "#web/kit/section.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { useState } from "react";
import { AboutContract } from "../acting/about-contract.tsx";
import { useContractId, useContractQuery } from "../acting/use-contract-query.ts";
import { LastDay, When } from "../acting/when.tsx";
import type { Done } from "../contract/act/done.ts";
import { Undo } from "../contract/act/undo.tsx";
import { CloseAccount } from "./close-account.tsx";
import { DataChoice } from "./data-choice.tsx";
import styles from "./closing.module.css";

export type Closing = components["schemas"]["Closing"];

/** How the customer ends the contract by closing its account: what it does is said before it is done. */
export function Screen() {
  const say = useSay();
  const contract = useContractId();
  const { kind } = useSpace().here;
  const mine = useMay("facts:write") && kind === "customer";
  const found = useContractQuery("closing", contract, async (server, id) => {
    const { data } = await server.GET("/api/v1/contracts/{contract}/closing", { params: { path: { contract: id } } });
    return data!;
  });
  const closing = found.data;
  const [done, setDone] = useState<Done>();
  return (
    <AboutContract
      contract={contract}
      title={say({ fr: "Fermeture du compte", en: "Closing the account" })}
      lead={say({
        fr: "Fermer le compte, c'est donner congé : le contrat va jusqu'à son terme, et le service avec lui.",
        en: "To close the account is to give notice: the contract runs to its term, and the service with it.",
      })}
      waiting={found.isPending ? { fr: "Le terme se calcule.", en: "The term is being worked out." } : undefined}
      error={found.error}
      again={() => void found.refetch()}
    >
      {closing && !closing.right && (
        <Blank
          title={say({
            fr: "Ce contrat ne prend pas fin par la fermeture du compte.",
            en: "This contract does not end by closing the account.",
          })}
        >
          {say({
            fr: "Le texte du contrat dit comment y mettre fin ; la marge de chaque article, ce qui vous est ouvert.",
            en: "The contract's text says how to end it; the margin of each article, what is open to you.",
          })}
        </Blank>
      )}
      {closing?.right && (
        <Section
          title={say({ fr: "Le terme", en: "The term" })}
          lead={say({ fr: "Article {article}", en: "Article {article}" }, { article: closing.right.article })}
        >
          <Term closing={closing} />
          {mine && closing.would && <CloseAccount contract={contract} would={closing.would} zone={closing.zone} done={setDone} />}
        </Section>
      )}
      {closing?.choice && (
        <Section
          title={say({ fr: "Vos données", en: "Your data" })}
          lead={say({ fr: "Article {article}", en: "Article {article}" }, { article: closing.choice.article })}
        >
          <DataChoice contract={contract} closing={closing} mine={mine} />
        </Section>
      )}
      {done && <Undo key={done.target} contract={contract} done={done} gone={() => setDone(undefined)} />}
    </AboutContract>
  );
}

/** Where the contract stands: closed already, ended, or still to run. */
function Term({ closing: { phase, ends, closed, zone } }: { closing: Closing }) {
  const say = useSay();
  if (phase === "ended" && ends !== undefined)
    return (
      <p className={styles.big}>
        {say({ fr: "Le contrat a pris fin ; son dernier jour était le ", en: "The contract has ended; its last day was " })}
        <LastDay end={ends} zone={zone} />.
      </p>
    );
  if (!closed || ends === undefined) return null;
  return (
    <>
      <p className={styles.big}>
        {say({ fr: "Le compte ferme. Dernier jour de service : le ", en: "The account is closing. Last day of service: " })}
        <LastDay end={ends} zone={zone} />.
      </p>
      <p className={styles.soft}>
        {say({ fr: "Congé donné le ", en: "Notice given on " })}
        <When at={closed.at} zone={zone} />
        {say({
          fr: ". D'ici là rien ne change : les accès restent ouverts, le service et les paiements courent.",
          en: ". Until then nothing changes: access stays open, service and payments run.",
        })}
      </p>
    </>
  );
}
