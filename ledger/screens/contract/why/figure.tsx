import { useSay } from "#web/kit/words/language.tsx";
import type { FigureSaid, WorkingSaid } from "../life/figure-words.ts";
import styles from "./figure.module.css";

/** A figure on one line of arithmetic, and as a tree that opens step by step down to its sources. */
export function Working({ working: { line, tree, faults }, pick }: { working: WorkingSaid; pick: (clause: string) => void }) {
  const say = useSay();
  return (
    <div className={styles.working}>
      {tree.of.length > 0 && <p className={styles.line}>{line}</p>}
      <Node node={tree} depth={0} pick={pick} />
      <p className={styles.again} role="status">
        {faults.length === 0
          ? `✓ ${say({ fr: "recalculé ici, étape par étape", en: "worked out again here, step by step" })}`
          : `✗ ${faults.join(" ; ")}`}
      </p>
    </div>
  );
}

function Node({ node, depth, pick }: { node: FigureSaid; depth: number; pick: (clause: string) => void }) {
  const { clause } = node;
  const words =
    clause === undefined ? (
      <span className={styles.words}>{node.words}</span>
    ) : (
      <button type="button" className={styles.link} onClick={() => pick(clause)}>
        {node.words}
      </button>
    );
  if (node.of.length === 0)
    return (
      <div className={styles.leaf}>
        <span className={styles.value}>{node.value}</span> {words}
      </div>
    );
  return (
    <details className={styles.node} open={depth < 2}>
      <summary>
        <span className={styles.value}>{node.value}</span> <span className={styles.words}>{node.words}</span>
      </summary>
      <div className={styles.below}>
        {node.of.map((one, index) => (
          <Node key={index} node={one} depth={depth + 1} pick={pick} />
        ))}
      </div>
    </details>
  );
}
