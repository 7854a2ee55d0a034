import { type ReactNode, useId } from "react";
import styles from "./section.module.css";

/** A part of a screen: what it is about on the left, what stands there on the right; one under the other where it is narrow. */
export function Section({ title, lead, actions, children }: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {lead !== undefined && <p>{lead}</p>}
        {actions}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
