import { useLanguage } from "#web/kit/words/language.tsx";
import type { Preview } from "./order.ts";
import styles from "./new-contract.module.css";

const levels = ["error", "warning", "note"] as const;
const titles = {
  error: { fr: "À corriger", en: "To be mended" },
  warning: { fr: "À risque", en: "At risk" },
  note: { fr: "À savoir", en: "Worth knowing" },
} as const;

/** Said by the form itself: what it still lacks. */
const unansweredCodes = new Set(["figure-not-ordered", "choice-not-ordered"]);

/** What stands in the way, then what a careful reader remarks; the gravest first. */
export function Findings({ preview: { problems, findings: all } }: { preview: Pick<Preview, "problems" | "findings"> }) {
  const { say } = useLanguage();
  const findings = all.filter(({ code }) => !unansweredCodes.has(code));
  if (problems.length > 0)
    return (
      <section className={styles.level} data-level="error">
        <h3>{say({ fr: "Impossible de composer", en: "Cannot be composed" })}</h3>
        <ul>
          {problems.map(({ place, detail }) => (
            <li key={`${place} ${detail}`}>{detail}</li>
          ))}
        </ul>
      </section>
    );
  if (findings.length === 0) return <p>{say({ fr: "Le relecteur n'a rien remarqué.", en: "The linter has nothing to remark." })}</p>;
  return levels.map((level) => {
    const these = findings.filter((one) => one.level === level);
    if (these.length === 0) return null;
    const items = (
      <ul>
        {these.map(({ code, article, words, mend }, index) => (
          <li key={`${code} ${article} ${index}`}>
            {words} {mend !== "" && <span className={styles.mend}>{mend}</span>}
            {article !== "" && <span className={styles.article}>art. {article}</span>}
          </li>
        ))}
      </ul>
    );
    const title = (
      <>
        {say(titles[level])} <span className={styles.count}>{these.length}</span>
      </>
    );
    if (level === "error")
      return (
        <section key={level} className={styles.level} data-level={level}>
          <h3>{title}</h3>
          {items}
        </section>
      );
    return (
      <details key={level} className={styles.level} data-level={level}>
        <summary>{title}</summary>
        {items}
      </details>
    );
  });
}
