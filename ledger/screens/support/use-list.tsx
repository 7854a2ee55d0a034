import { Row, Rows } from "#web/kit/rows.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { When } from "../acting/when.tsx";
import type { Use } from "./access-words.ts";
import styles from "./support.module.css";

/** What was done under an access, or tried: when, what for, and by which side. */
export function UseList({ label, uses }: { label: string; uses: readonly Use[] }) {
  const say = useSay();
  return (
    <Rows label={label}>
      {uses.map(({ entry, at, by, what, refused }) => (
        <Row
          key={entry}
          name={what ?? say({ fr: "sans motif", en: "no reason given" })}
          about={
            <>
              <When at={at} />
              {" · "}
              {by === "distributor" ? say({ fr: "distributeur", en: "distributor" }) : say({ fr: "prestataire", en: "provider" })}
            </>
          }
          state={
            refused === undefined ? (
              say({ fr: "● lu", en: "● read" })
            ) : (
              <span className={styles.refused}>{say({ fr: "✕ refusé", en: "✕ refused" })}</span>
            )
          }
        >
          {refused}
        </Row>
      ))}
    </Rows>
  );
}
