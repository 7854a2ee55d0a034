import { Button } from "@mantine/core";
import { Blank } from "#web/kit/blank.tsx";
import type { components } from "#web/kit/client/schema.d.ts";
import { Section } from "#web/kit/section.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { AboutContract } from "../acting/about-contract.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { useContractId, useContractQuery } from "../acting/use-contract-query.ts";
import { useTell } from "../acting/use-tell.ts";
import { Day, When } from "../acting/when.tsx";
import styles from "./opening.module.css";

type Step = components["schemas"]["Opening"]["steps"][number];

/** Codes and hand-over are told by whoever did them; the rest is told elsewhere. */
const toldHere = new Set(["codes.issued", "codes.handed-over", "service.activated"]);

/** From the first codes to the administrator: each step a fact of its own, and none of them the start of the term. */
export function Screen() {
  const say = useSay();
  const contract = useContractId();
  const found = useContractQuery("opening", contract, async (server, id) => {
    const { data } = await server.GET("/api/v1/contracts/{contract}/opening", { params: { path: { contract: id } } });
    return data!;
  });
  const { steps, term } = found.data ?? {};
  return (
    <AboutContract
      contract={contract}
      title={say({ fr: "Ouverture du service", en: "Opening the service" })}
      lead={say({
        fr: "Acceptation, premiers codes, activation, remise : des faits distincts, chacun à son instant.",
        en: "Acceptance, first codes, activation, hand-over: separate facts, each at its own instant.",
      })}
      waiting={found.isPending ? { fr: "Les étapes arrivent.", en: "The steps are coming." } : undefined}
      error={found.error}
      again={() => void found.refetch()}
    >
      {steps && (
        <Section
          title={say({ fr: "Étapes", en: "Steps" })}
          lead={
            term === undefined ? undefined : (
              <>
                {say({ fr: "La durée en cours, elle, court depuis le ", en: "The running term, for its part, runs from " })}
                <Day at={term} />
              </>
            )
          }
        >
          {steps.length === 0 ? (
            <Blank title={say({ fr: "Ce contrat ne décrit pas son ouverture.", en: "This contract does not describe its opening." })} />
          ) : (
            <ol className={styles.steps}>
              {steps.map((step) => (
                <OneStep key={step.kind} contract={contract} step={step} />
              ))}
            </ol>
          )}
        </Section>
      )}
    </AboutContract>
  );
}

function OneStep({ contract, step }: { contract: string; step: Step }) {
  const say = useSay();
  const { kind: side } = useSpace().here;
  const mayTell = useMay("facts:write");
  const send = useTell(contract);
  const { kind, words, by, told, since, duty } = step;
  const at = told?.at ?? since;
  const mine = mayTell && toldHere.has(kind) && by.includes(side);
  return (
    <li data-done={at !== undefined}>
      <p className={styles.words}>{words}</p>
      <p className={styles.at}>
        {at === undefined ? say({ fr: "pas encore", en: "not yet" }) : <When at={at} />}
        {told === undefined && since !== undefined && say({ fr: " · par l'effet du contrat", en: " · by the contract's own effect" })}
      </p>
      {duty && (
        <p className={styles.at}>
          {duty.name}
          {duty.due !== undefined && (
            <>
              {say({ fr: " · au plus tard le ", en: " · by " })}
              <When at={duty.due} />
            </>
          )}
        </p>
      )}
      {at === undefined && mine && (
        <Button variant="default" size="sm" loading={send.isPending} onClick={() => send.mutate({ kind })}>
          {say({ fr: "C'est fait : l'inscrire", en: "Done: record it" })}
        </Button>
      )}
      <Trouble error={send.error} />
      {send.data?.refused && <Refusal reasons={send.data.reasons} />}
    </li>
  );
}
