import type { Table } from "./document.ts";
import { frame } from "./frame.ts";
import type { Pen } from "./pen.ts";
import { type Element, type Row, rule, within } from "./row.ts";
import { textRows } from "./set-text.ts";
import { INK, RULE, styles } from "./style.ts";
import { cellsRow, placesOf, tagsOf } from "./table-cells.ts";

/** Tables of so many rows are not parted between two pages. */
const WHOLE = 8;

/** A table ruled above, below and under its head, with hairlines between its rows. Throws RangeError where a row has not one cell for each column. */
export function setTable(pen: Pen, parent: Element, { caption, columns, rows, totals = [] }: Table): Row[] {
  const wrong = [...rows, ...totals].find((cells) => cells.length !== columns.length);
  if (wrong !== undefined) {
    throw new RangeError(
      `document table: the row ${JSON.stringify(wrong)} has ${wrong.length} cells for ${columns.length} columns. Mend: give each row one cell for each column`,
    );
  }
  const table = within(pen, parent, "Table");
  const above =
    caption === undefined
      ? []
      : textRows(pen, within(pen, table, "Caption"), "Caption", caption, styles.caption, { before: 14, kept: true });
  const places = placesOf(pen, { kind: "table", columns, rows, totals });
  const heads = columns.map(({ head }) => head);
  const head = cellsRow(pen, places, heads, styles.head, tagsOf(pen, table, heads, "TH"));
  const repeated = cellsRow(pen, places, heads, styles.head, undefined);
  const framed = (row: Row): Row => ({
    ...row,
    draw: (top) => {
      rule(pen, frame.left, frame.right, top, 0.8, INK);
      row.draw(top);
      rule(pen, frame.left, frame.right, top + row.height, 0.4, INK);
    },
  });
  const top: Row = { ...framed(head), before: caption === undefined ? 14 : 5, kept: true };
  const few = rows.length + totals.length <= WHOLE;
  const body = [...rows, ...totals].map((cells, index): Row => {
    const sum = index >= rows.length;
    const row = cellsRow(pen, places, cells, sum ? styles.total : styles.cell, tagsOf(pen, table, cells, "TD"));
    const last = index === rows.length + totals.length - 1;
    const line = last
      ? { weight: 0.8, colour: INK }
      : index === rows.length - 1
        ? { weight: 0.4, colour: INK }
        : { weight: 0.25, colour: RULE };
    return {
      ...row,
      kept: !last && (few || index === 0 || sum || index === rows.length - 1),
      repeated: framed(repeated),
      draw: (y) => {
        row.draw(y);
        rule(pen, frame.left, frame.right, y + row.height, line.weight, line.colour);
      },
    };
  });
  return [...above, top, ...body];
}
