import { stateWords } from "#kernel/words/states.ts";
import type { components } from "#web/kit/client/schema.d.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import styles from "./facts.module.css";

type Item = components["schemas"]["Item"];

/** What a fact that was told did to the contract; or why a clause did not let it. */
export function Outcome({ outcome, items }: { outcome: string; items: readonly Item[] }) {
  const { language, say } = useLanguage();
  const refused = outcome === "refused";
  return (
    <div role="status" className={styles.outcome} data-refused={refused}>
      <strong>
        {refused &&
          say({ fr: "Enregistré, et resté sans effet : une clause l'a refusé.", en: "Recorded, and without effect: a clause refused it." })}
        {outcome === "known" && say({ fr: "Ce fait était connu déjà.", en: "This fact was known before." })}
        {outcome === "effective" &&
          items.length === 0 &&
          say({ fr: "Enregistré. Aucune clause n'en attendait rien.", en: "Recorded. No clause was waiting for it." })}
        {outcome === "effective" &&
          items.length > 0 &&
          say({ fr: "Enregistré. Voici ce qu'il a changé :", en: "Recorded. This is what it changed:" })}
      </strong>
      <ul>
        {items.map((item) => (
          <li key={`${item.id} ${item.state}`}>
            {nameOf(item, language)}
            {item.subject !== "contract" && ` (${item.subject})`} : {stateWords(item.type, item.state as "open")[language]}
            {reasonOf(item, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(item: Item, language: "fr" | "en"): string {
  return (item["deed"] as Record<string, string> | undefined)?.[language] ?? item.clause;
}

function reasonOf(item: Item, language: "fr" | "en"): string {
  const words = (item["reason"] as { words?: Record<string, string> } | undefined)?.words?.[language];
  return words === undefined ? "" : `. ${words}`;
}
