import type { ReactNode } from "react";
import styles from "./empty.module.css";

/** A place where nothing stands yet, which says what will stand there and how it gets there. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      {children !== undefined && <div>{children}</div>}
    </section>
  );
}
