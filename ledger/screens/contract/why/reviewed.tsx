import { useSay } from "#web/kit/words/language.tsx";
import { type Finding, worst } from "../margin/remarks.ts";
import styles from "./panel.module.css";

/** What the linter says of the clause, and what would mend it. */
export function Reviewed({ remarks }: { remarks: readonly Finding[] }) {
  const say = useSay();
  if (remarks.length === 0) return null;
  return (
    <section className={styles.reviewed} data-level={worst(remarks)}>
      <h3>{say({ fr: "Ce qu'un relecteur remarque", en: "What a reviewer remarks" })}</h3>
      <ul>
        {remarks.map(({ code, words, mend }, index) => (
          <li key={`${code} ${index}`}>
            {words}
            {mend !== "" && <em> {mend}</em>}
          </li>
        ))}
      </ul>
    </section>
  );
}
