import { Copy } from "./copy.tsx";
import styles from "./shown.module.css";

/** A text to be taken away exactly as it stands: a secret, a link. */
export function Shown({ label, text, copies = text }: { label: string; text: string; copies?: string }) {
  return (
    <div className={styles.shown} role="group" aria-label={label}>
      <span className={styles.label}>{label}</span>
      <code className={styles.text}>{text}</code>
      <Copy text={copies} />
    </div>
  );
}
