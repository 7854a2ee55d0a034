import type { ReactNode } from "react";
import styles from "./blank.module.css";

/** A part of a screen where nothing stands yet, which says what will, and what it is for. */
export function Blank({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.blank}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}
