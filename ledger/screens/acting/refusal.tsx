import type { ReactNode } from "react";
import { useSay } from "#web/kit/words/language.tsx";
import type { Told } from "./use-tell.ts";
import styles from "./refusal.module.css";

/** Why a clause refused what was told, in its own words; `children` is what can be done about it. */
export function Refusal({ reasons, children }: { reasons: Told["reasons"]; children?: ReactNode }) {
  const say = useSay();
  return (
    <div className={styles.refusal} role="alert">
      <p className={styles.title}>{say({ fr: "Le contrat ne le permet pas.", en: "The contract does not allow it." })}</p>
      <ul>
        {reasons.map(({ clause, article, words }) => (
          <li key={`${clause} ${words}`}>
            {article === "" ? "" : say({ fr: "Article {article} : ", en: "Article {article}: " }, { article })}
            {words}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
