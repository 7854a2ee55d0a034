import type { ReactNode } from "react";
import styles from "./rows.module.css";

/** A list whose lines say a name, something about it, and what can be done with it. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  );
}

export function Row({
  name,
  about,
  state,
  actions,
  children,
}: {
  name: ReactNode;
  about?: ReactNode;
  state?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={styles.row}>
      <div className={styles.name}>{name}</div>
      {about !== undefined && <div className={styles.about}>{about}</div>}
      {state !== undefined && <div className={styles.state}>{state}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </li>
  );
}
