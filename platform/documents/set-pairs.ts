import type { Words } from "./document.ts";
import { frame, measure } from "./frame.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Pen } from "./pen.ts";
import { baselineOf, drawLine, type Element, marked, type Row, within } from "./row.ts";
import { type Style, styles } from "./style.ts";

const LABELS = { least: 84, most: 150 };
const GAP = 18;

/** Labels at the left, values beside them; to a reader a table whose rows have heads. */
export function setPairs(pen: Pen, parent: Element, rows: readonly { label: string; value: Words }[], value: Style = styles.body): Row[] {
  const table = within(pen, parent, "Table");
  const widest = Math.max(...rows.map(({ label }) => pen.width(pen.set(label), styles.label)));
  const beside = Math.min(LABELS.most, Math.max(LABELS.least, widest)) + 1;
  return rows.map((each, index) => {
    const row = within(pen, table, "TR");
    const head = within(pen, row, "TH", { scope: "Row" });
    const cell = within(pen, row, "TD");
    const labels = linesOf(pen, each.label, { ...styles.label, leading: value.leading }, beside);
    const values = linesOf(pen, each.value, value, measure - beside - GAP);
    // A smaller label on the same baseline as its value.
    const lower = baselineOf(value.leading, value.size) - baselineOf(value.leading, styles.label.size);
    const draw = (lines: readonly Line[], x: number, top: number) => {
      for (const [at, line] of lines.entries()) drawLine(pen, line, { x, top: top + at * value.leading, width: 0, align: "start" });
    };
    return {
      height: Math.max(labels.length, values.length) * value.leading,
      before: index === 0 ? 8 : 3,
      kept: index === 0 && rows.length > 1,
      draw: (top) => {
        marked(pen, head, "TH", () => draw(labels, frame.left, top + lower));
        marked(pen, cell, "TD", () => draw(values, frame.left + beside + GAP, top));
      },
    };
  });
}
