import { useSay } from "#web/kit/words/language.tsx";
import type { Foreseen } from "../life/foresee.ts";
import { MarkWords } from "../margin/mark.tsx";
import styles from "./foresight.module.css";

/** What the fact would change, worked out here; nothing was sent. */
export function Foresight({ foreseen }: { foreseen: Foreseen }) {
  const say = useSay();
  if ("problems" in foreseen)
    return (
      <div className={styles.foresight} role="alert">
        {foreseen.problems.map(({ words, mend }) => (
          <p key={words}>
            {words} {mend}
          </p>
        ))}
      </div>
    );
  return (
    <section className={styles.foresight} role="status">
      <h4>
        {foreseen.refused
          ? say({ fr: "Une clause le refuserait :", en: "A clause would refuse it:" })
          : say({ fr: "Ce que cela changera :", en: "What this will change:" })}
      </h4>
      {foreseen.changes.length === 0 && <p>{say({ fr: "Rien de ce qui tient.", en: "Nothing of what stands." })}</p>}
      <ul>
        {foreseen.changes.map(({ id, name, subject, before, after, reason }) => (
          <li key={id}>
            <p>
              {name}
              {subject !== "" && ` · ${subject}`}
            </p>
            <div className={styles.change}>
              {before && <MarkWords mark={{ ...before, detail: "" }} />}
              {before && after && <span aria-hidden>→</span>}
              {after ? <MarkWords mark={{ ...after, detail: "" }} /> : <span>{say({ fr: "disparaît", en: "goes" })}</span>}
            </div>
            {reason !== undefined && <p className={styles.reason}>{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
