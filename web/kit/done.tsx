import type { ReactNode } from "react";
import styles from "./done.module.css";

/** Says that something was done, once it was; whoever does not see the screen is told. */
export function Done({ when, children }: { when: boolean; children: ReactNode }) {
  return (
    <p role="status" className={styles.done}>
      {when && children}
    </p>
  );
}
