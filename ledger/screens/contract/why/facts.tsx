import { useState } from "react";
import { Button } from "@mantine/core";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { FactSaid } from "../life/fact-words.ts";
import styles from "./facts.module.css";

const SHOWN = 6;

/** What happened, as it was told: when, by whom, under which name in the log. */
export function Facts({ facts }: { facts: readonly FactSaid[] }) {
  const { language, say } = useLanguage();
  const colon = language === "fr" ? "\u00A0:" : ":";
  const [all, setAll] = useState(false);
  const shown = all ? facts : facts.slice(0, SHOWN);
  return (
    <>
      <ol className={styles.facts}>
        {shown.map((fact) => (
          <li key={fact.name}>
            <p className={styles.words}>
              {fact.words}
              {fact.subject !== "" && <span> {fact.subject}</span>}
            </p>
            <p className={styles.when}>
              {fact.occurred}
              {fact.recorded !== undefined && ` · ${say({ fr: "su le {when}", en: "known {when}" }, { when: fact.recorded })}`} · {fact.by}
            </p>
            {fact.fields.length > 0 && (
              <p className={styles.fields}>{fact.fields.map(([field, value]) => `${field}${colon} ${value}`).join(" · ")}</p>
            )}
            <p className={styles.name}>
              <code>{fact.name}</code>
              {fact.entry && ` · ${say({ fr: "écriture n° {n}", en: "entry no. {n}" }, { n: fact.entry.position })}`}
            </p>
          </li>
        ))}
      </ol>
      {facts.length > shown.length && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {say({ fr: "{n} faits de plus", en: "{n} more facts" }, { n: facts.length - shown.length })}
        </Button>
      )}
    </>
  );
}
