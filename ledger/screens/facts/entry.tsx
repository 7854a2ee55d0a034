import { Button } from "@mantine/core";
import { withAmount } from "#web/kit/words/amounts.ts";
import { deadlineWords } from "#web/kit/words/left.ts";
import { instantWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { FactKind, Told } from "./fact.ts";
import { fieldSaid, partySaid, valueSaid } from "./words.ts";
import styles from "./facts.module.css";

interface Shown {
  told: Told;
  kind: FactKind | undefined;
  changed: { corrected: number; withdrawn: boolean } | undefined;
  /** What may be done with it; nothing where it is not the reader's to change. */
  change: ((how: "correct" | "withdraw") => void) | undefined;
}

/** One entry of the log: what, of what, by whom, when; and what was told of it since. */
export function Entry({ told, kind, changed, change }: Shown) {
  const { language, say } = useLanguage();
  const occurred = Date.parse(told.occurred);
  const recorded = Date.parse(told.recorded);
  const late = recorded - occurred > 60_000;
  const fields = Object.entries(told.fields);
  return (
    <li className={styles.entry} data-withdrawn={changed?.withdrawn === true}>
      <span className={styles.position} title={say({ fr: "Écriture {n} du journal", en: "Entry {n} of the log" }, { n: told.entry })}>
        {told.entry}
      </span>
      <div className={styles.main}>
        <span className={styles.kind}>{kind?.words[language] ?? told.kind}</span>
        {told.subject !== "" && told.subject !== "contract" && <span className={styles.subject}> {told.subject}</span>}
        {changed?.withdrawn && <span className={styles.mark}>✗ {say({ fr: "retiré", en: "withdrawn" })}</span>}
        {!changed?.withdrawn && changed && changed.corrected > 0 && (
          <span className={styles.mark}>↻ {say({ fr: "corrigé", en: "corrected" })}</span>
        )}
        <div className={styles.about}>
          <time dateTime={told.occurred}>{deadlineWords(occurred, language)}</time>
          {" · "}
          {say({ fr: "énoncé par : {party}", en: "stated by: {party}" }, { party: say(partySaid(told.by)) })}
          {late && ` · ${say({ fr: "enregistré le {at}", en: "recorded {at}" }, { at: instantWords(recorded, language) })}`}
        </div>
        {fields.length > 0 && (
          <dl className={styles.values}>
            {fields.map(([field, value]) => (
              <div key={field}>
                <dt>{say(fieldSaid(field))}</dt>
                <dd>{shown(value, (text) => say(valueSaid(text)), language)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {change && !changed?.withdrawn && (
        <div className={styles.deeds}>
          <Button variant="subtle" size="compact-sm" onClick={() => change("correct")}>
            {say({ fr: "Corriger", en: "Correct" })}
          </Button>
          <Button variant="subtle" size="compact-sm" color="missed" onClick={() => change("withdraw")}>
            {say({ fr: "Retirer", en: "Withdraw" })}
          </Button>
        </div>
      )}
    </li>
  );
}

function shown(value: unknown, say: (text: string) => string, language: "fr" | "en"): string {
  if (typeof value === "string")
    return /^\d{4}-\d{2}-\d{2}T/.test(value) ? instantWords(Date.parse(value), language) : say(withAmount(value, language));
  if (Array.isArray(value)) return value.length > 12 ? `${value.length} ×` : value.map((one) => shown(one, say, language)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${shown(one, say, language)}`)
    .join("; ");
}
