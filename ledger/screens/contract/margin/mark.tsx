import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import type { Mark } from "../life/marks.ts";
import styles from "./mark.module.css";

/** One state, by shape and word. */
export function MarkWords({ mark: { shape, tone, words, detail } }: { mark: Mark }) {
  return (
    <span className={styles.mark} data-tone={tone}>
      <span className={styles.shape} aria-hidden>
        {shape}
      </span>
      <span className={styles.words}>{words}</span>
      {detail !== "" && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}

interface Pickable {
  clause: string;
  name: string;
  mark: Mark;
  pick: (clause: string) => void;
}

/** A state that opens its reasons. Drawn again only where it says something else. */
export const MarkButton = memo(
  function MarkButton({ clause, name, mark, pick }: Pickable) {
    return (
      <button type="button" className={styles.button} title={`${mark.words} · ${mark.detail}`} onClick={() => pick(clause)}>
        <MarkWords mark={mark} />
        <VisuallyHidden> — {name}</VisuallyHidden>
      </button>
    );
  },
  (a, b) => a.clause === b.clause && a.name === b.name && a.pick === b.pick && sameMark(a.mark, b.mark),
);

export function sameMark(a: Mark, b: Mark): boolean {
  return a.words === b.words && a.detail === b.detail && a.shape === b.shape && a.tone === b.tone;
}
