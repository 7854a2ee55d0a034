import { columnWidths } from "./columns.ts";
import type { Table } from "./document.ts";
import { frame, measure } from "./frame.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Pen } from "./pen.ts";
import { decorate, drawLine, type Element, marked, type Row, within } from "./row.ts";
import { type Style, styles } from "./style.ts";

const GAP = 14;
const PAD = 4.5;

/** Where a column stands, in points. */
export interface Column {
  x: number;
  width: number;
  align: "start" | "end";
}

/** Columns by their share, none narrower than its widest word. */
export function placesOf(pen: Pen, { columns, rows, totals = [] }: Table): Column[] {
  const widest = (text: string, style: Style) =>
    Math.max(
      ...pen
        .set(text)
        .split(/\s(?<![\u00A0\u202F])/)
        .map((word) => pen.width(word, style)),
    );
  const wanted = columns.map(({ head, share }, index) => {
    const cells = [
      ...rows.map((cells) => widest(cells[index] as string, styles.cell)),
      ...totals.map((cells) => widest(cells[index] as string, styles.total)),
    ];
    return { share, least: Math.max(widest(head, styles.head), ...cells) + 1 };
  });
  let x = frame.left;
  return columnWidths(wanted, measure - GAP * (columns.length - 1)).map((width, index) => {
    const place = { x, width, align: (columns[index] as Table["columns"][number]).align };
    x += width + GAP;
    return place;
  });
}

/** One element for each cell of a new row. */
export function tagsOf(pen: Pen, table: Element, cells: readonly string[], type: "TH" | "TD"): { element: Element; type: string }[] {
  const row = within(pen, table, "TR");
  return cells.map(() => ({ element: within(pen, row, type, type === "TH" ? { scope: "Column" } : {}), type }));
}

/** Cells side by side; as decoration where they have no tags. */
export function cellsRow(
  pen: Pen,
  places: readonly Column[],
  cells: readonly string[],
  style: Style,
  tags: { element: Element; type: string }[] | undefined,
): Row {
  const set = cells.map((cell, index) => linesOf(pen, cell, style, (places[index] as Column).width));
  const most = Math.max(1, ...set.map((lines) => lines.length));
  const draw = (lines: readonly Line[], place: Column, top: number) => {
    for (const [at, line] of lines.entries()) drawLine(pen, line, { ...place, top: top + PAD + at * style.leading });
  };
  return {
    height: most * style.leading + 2 * PAD,
    before: 0,
    kept: false,
    draw: (top) => {
      for (const [index, place] of places.entries()) {
        const lines = set[index] as Line[];
        const tag = tags?.[index];
        if (tag === undefined) decorate(pen, () => draw(lines, place, top));
        else marked(pen, tag.element, tag.type, () => draw(lines, place, top));
      }
    },
  };
}
