import { useSay } from "#web/kit/words/language.tsx";
import type { Cap } from "./cap-words.ts";
import styles from "./seats.module.css";

/** How many are held of how many: in words, and as a line that fills. */
export function Count({ cap: { held, most, unknown, article, beyond } }: { cap: Cap }) {
  const say = useSay();
  const of = most === undefined ? undefined : Number(most);
  const over = of !== undefined && held > of;
  return (
    <span className={styles.count}>
      <span className={styles.held}>
        {of === undefined
          ? say({ fr: "{held}", en: "{held}" }, { held })
          : say({ fr: "{held} sur {of}", en: "{held} of {of}" }, { held, of })}
      </span>
      {of !== undefined && (
        <span className={styles.line} data-over={over} aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, of === 0 ? 100 : (100 * held) / of)}%` }} />
        </span>
      )}
      {unknown !== undefined && <span>{unknown}</span>}
      <span>
        {over
          ? say(
              { fr: "{n} au-delà, sans droit, jusqu'à régularisation", en: "{n} beyond, without right, until put right" },
              { n: held - of },
            )
          : beyond === "refused"
            ? say(
                { fr: "article {article} ; au-delà, le contrat refuse", en: "article {article}; beyond, the contract refuses" },
                { article },
              )
            : say({ fr: "article {article} ; au-delà, à régulariser", en: "article {article}; beyond, to be put right" }, { article })}
      </span>
    </span>
  );
}
