import { memo } from "react";
import type { Moment } from "../life/moments.ts";
import { placeOf, type Span } from "./scale.ts";
import styles from "./moments.module.css";

const shapes: Readonly<Record<Exclude<Moment["sort"], "fact">, string>> = {
  contract: "◆",
  restated: "↺",
  missed: "✗",
  refused: "⊘",
  "to-come": "▾",
};

/** Signs closer than this, in pixels, would cover each other: the first of them stands for all. */
const APART = 9;

/** What happened, on the line: facts as strokes, what matters as signs. The standing says the same in words, so a reader aloud skips it. */
export const Moments = memo(function Moments({ span, moments, width }: { span: Span; moments: readonly Moment[]; width: number }) {
  const strokes = new Set(moments.filter(({ sort }) => sort === "fact").map(({ at }) => Math.round(placeOf(span, at) * (width || 800))));
  return (
    <div aria-hidden>
      <svg className={styles.strokes} viewBox={`0 0 ${width || 800} 10`} preserveAspectRatio="none">
        <path d={[...strokes].map((x) => `M${x} 0V10`).join("")} />
      </svg>
      {apart(moments, span, width || 800).map(({ at, sort, words }) => (
        <span
          key={`${sort} ${at} ${words}`}
          className={styles.sign}
          data-sort={sort}
          title={words}
          style={{ left: `${placeOf(span, at) * 100}%` }}
        >
          {shapes[sort as keyof typeof shapes]}
        </span>
      ))}
    </div>
  );
});

function apart(moments: readonly Moment[], span: Span, width: number): Moment[] {
  const last = new Map<string, number>();
  return moments.filter(({ at, sort }) => {
    const row = sort === "to-come" ? "below" : "above";
    const x = placeOf(span, at) * width;
    if (sort === "fact" || x - (last.get(row) ?? -Infinity) < APART) return false;
    last.set(row, x);
    return true;
  });
}
