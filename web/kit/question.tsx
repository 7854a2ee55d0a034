import { type ReactNode, useId } from "react";
import styles from "./question.module.css";

/** Boxes or buttons to tick under one question; `beside` each other where there is room. */
export function Question({
  legend,
  error,
  beside = false,
  children,
}: {
  legend: string;
  error?: string | undefined;
  beside?: boolean;
  children: ReactNode;
}) {
  const wrong = useId();
  return (
    <fieldset className={styles.question} aria-describedby={error === undefined ? undefined : wrong}>
      <legend>{legend}</legend>
      <div className={styles.answers} data-beside={beside}>
        {children}
      </div>
      {error !== undefined && (
        <p id={wrong} className={styles.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
