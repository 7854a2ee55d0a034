import type { Article, Heading, List, Paragraph, Words } from "./document.ts";
import { frame, measure } from "./frame.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Pen } from "./pen.ts";
import { baselineOf, drawLine, type Element, marked, type Row, within } from "./row.ts";
import { type Style, styles } from "./style.ts";

const INDENT = 15;

export function setTitle(pen: Pen, parent: Element, { title, subtitle }: { title: string; subtitle?: string }): Row[] {
  const main = textRows(pen, within(pen, parent, "H1"), "H1", title, styles.title, { before: 0, kept: true });
  if (subtitle === undefined) return main;
  return [...main, ...textRows(pen, within(pen, parent, "P"), "P", subtitle, styles.subtitle, { before: 6, kept: true })];
}

export function setHeading(pen: Pen, parent: Element, { level, text }: Heading): Row[] {
  const type = level === 1 ? "H2" : "H3";
  const [style, before] = level === 1 ? [styles.part, 26] : [styles.section, 16];
  return textRows(pen, within(pen, parent, type), type, text, style, { before, kept: true });
}

/** The number hangs beside the title, and is read before it. */
export function setArticleTitle(pen: Pen, parent: Element, { number, title }: Article): Row[] {
  const hung = { text: number, style: { ...styles.article, size: 11.5 } };
  return textRows(pen, within(pen, parent, "H2"), "H2", title, styles.article, { before: 20, kept: true, hung });
}

export function setParagraph(pen: Pen, parent: Element, { number, text }: Paragraph): Row[] {
  const hung = number === undefined ? undefined : { text: number, style: styles.number };
  const last = typeof text === "string" ? text : (text.at(-1)?.text ?? "");
  const kept = last.trimEnd().endsWith(":"); // it announces what follows
  return textRows(pen, within(pen, parent, "P"), "P", text, styles.body, { before: 6, kept: false, last: kept, ...(hung && { hung }) });
}

export function setList(pen: Pen, parent: Element, { items }: List): Row[] {
  const list = within(pen, parent, "L");
  return items.flatMap((text, index) => {
    const item = within(pen, list, "LI");
    const label = within(pen, item, "Lbl");
    const rows = textRows(pen, within(pen, item, "LBody"), "LBody", text, styles.body, {
      before: index === 0 ? 5 : 3,
      kept: false,
      indent: INDENT,
    });
    return rows.map((row, at) => (at === 0 ? withDash(pen, label, row) : row));
  });
}

function withDash(pen: Pen, label: Element, row: Row): Row {
  const y = baselineOf(styles.body.leading, styles.body.size);
  return {
    ...row,
    draw: (top) => {
      marked(pen, label, "Lbl", () => pen.write("– ", frame.left, top + y, styles.body));
      row.draw(top);
    },
  };
}

export interface Setting {
  before: number;
  /** Whether all lines stay together, and with what follows. */
  kept: boolean;
  /** Whether the last line stays with what follows. */
  last?: boolean;
  indent?: number;
  hung?: { text: string; style: Style };
}

/** The lines of one element, one row each. The first two and the last two are never parted. */
export function textRows(pen: Pen, element: Element, type: string, words: Words, style: Style, setting: Setting): Row[] {
  const { before, kept, last = kept, indent = 0, hung } = setting;
  const lines = linesOf(pen, words, style, measure - indent);
  const row = (line: Line, index: number): Row => ({
    height: style.leading,
    before: index === 0 ? before : 0,
    kept: index === lines.length - 1 ? last : kept || index === 0 || index === lines.length - 2,
    draw: (top) =>
      marked(pen, element, type, () => {
        if (index === 0 && hung)
          pen.write(`${pen.set(hung.text)} `, frame.numbers, top + baselineOf(style.leading, style.size), hung.style);
        drawLine(pen, line, { x: frame.left + indent, top, width: measure - indent, align: "start" });
      }),
  });
  return lines.map(row);
}
