import type { ReactNode } from "react";
import styles from "./page.module.css";

/** A screen's sheet: its title, what can be done here, and what stands there. */
export function Page({ title, lead, actions, children }: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <main className={styles.page} id="main">
      <title>{`${title} · Tenu`}</title>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </main>
  );
}
