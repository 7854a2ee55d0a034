import { Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Empty } from "#web/kit/empty.tsx";
import { LinkButton } from "#web/kit/link-button.tsx";
import { Page } from "#web/kit/page.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { ContractList, type Sought } from "./contract-list.tsx";
import { phaseWords } from "./phase-words.ts";
import styles from "./contracts.module.css";

const phases = ["draft", "running", "suspended", "ended"] as const;

/** The contracts in reach, the latest first; sought by name, customer and phase. */
export function Screen() {
  const say = useSay();
  const { here } = useSpace();
  const may = useMay("contracts:write") && here.kind !== "customer";
  const navigate = useNavigate();
  const { phase, trouble } = useSearch({ strict: false }) as Sought;
  const [words, setWords] = useState("");
  const [soughtWords] = useDebouncedValue(words.trim(), 250);
  const sought: Sought = { ...(soughtWords !== "" && { words: soughtWords }), ...(phase && { phase }), ...(trouble && { trouble }) };
  const narrow = (to: Sought) => void navigate({ to: "/contracts", search: to, replace: true });
  const all = Object.keys(sought).length === 0;
  return (
    <Page
      title={say({ fr: "Contrats", en: "Contracts" })}
      actions={may && <LinkButton to="/contracts/new">{say({ fr: "Nouveau contrat", en: "New contract" })}</LinkButton>}
    >
      <div className={styles.seeking}>
        <TextInput
          type="search"
          label={
            here.kind === "customer"
              ? say({ fr: "Chercher par nom", en: "Search by name" })
              : say({ fr: "Chercher par contrat ou client", en: "Search by contract or customer" })
          }
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <SegmentedControl
          className={styles.phases!}
          aria-label={say({ fr: "Phase", en: "Phase" })}
          value={phase ?? "all"}
          onChange={(value) => narrow({ ...(trouble && { trouble }), ...(value !== "all" && { phase: value as "draft" }) })}
          data={[
            { value: "all", label: say({ fr: "Tous", en: "All" }) },
            ...phases.map((one) => ({ value: one, label: say(phaseWords(one)) })),
          ]}
        />
        {here.kind === "provider" && (
          <Checkbox
            label={say({ fr: "À l'arrêt seulement", en: "Held up only" })}
            checked={trouble === "yes"}
            onChange={(event) => narrow({ ...(phase && { phase }), ...(event.currentTarget.checked && { trouble: "yes" }) })}
          />
        )}
      </div>
      <ContractList
        sought={sought}
        empty={
          all ? (
            <Empty title={say({ fr: "Aucun contrat ici.", en: "No contract here." })}>
              {may
                ? say({
                    fr: "Composez le premier : choisissez le client, les conditions, ce que la commande fixe ; le client l'acceptera ensuite.",
                    en: "Compose the first one: choose the customer, the terms, what the order fixes; the customer then accepts it.",
                  })
                : say({
                    fr: "Un contrat apparaît dès que le prestataire ou le distributeur l'a composé pour un client.",
                    en: "A contract appears once the provider or the distributor has composed it for a customer.",
                  })}
            </Empty>
          ) : (
            <p className={styles.none}>{say({ fr: "Aucun contrat ne répond à cela.", en: "No contract answers to that." })}</p>
          )
        }
      />
    </Page>
  );
}
