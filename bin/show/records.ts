import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { indent, padEnd, padStart, widthOf, wrap } from "./text.ts";

/** One thing that stands: a sign, what it is, when, how it presses; its name and parties; a sentence where one is needed. */
export interface Row {
  sign: string;
  ink: Ink;
  title: string;
  /** The instant, or the amount. */
  when: string;
  /** Figures of several rows line up at their right. */
  numeric?: boolean;
  /** Time left, lateness, state. */
  note: string;
  /** What `explain --what` takes. */
  name: string;
  who: string;
  /** A sentence of its own, such as a reason. */
  because?: string;
}

const WIDE = 132;
const NARROW = 82;

/** Rows laid out for the room there is: on one line each, on two, or on three. */
export function records(terminal: Terminal, rows: readonly Row[]): string {
  const lay = terminal.width >= WIDE ? wide : terminal.width >= NARROW ? medium : narrow;
  const widths = widthsOf(rows);
  return rows.map((row) => lay(terminal, row, widths) + reason(terminal, row)).join("");
}

type Widths = Readonly<Record<"title" | "name" | "who" | "when" | "note", number>>;

function widthsOf(rows: readonly Row[]): Widths {
  const widest = (pick: (row: Row) => string) => rows.reduce((width, row) => Math.max(width, widthOf(pick(row))), 0);
  return {
    title: widest((row) => row.title),
    name: Math.min(
      38,
      widest((row) => row.name),
    ),
    who: Math.min(
      28,
      widest((row) => row.who),
    ),
    when: widest((row) => row.when),
    note: widest((row) => row.note),
  };
}

/** sign · title · name · parties · instant · note, aligned over all rows. */
function wide({ paint, width }: Terminal, row: Row, { name, who, when, note, ...widths }: Widths): string {
  const title = Math.min(widths.title, width - 4 - name - who - when - note - 8);
  const columns = [
    { lines: wrap(row.title, title), width: title, ink: "plain" },
    { lines: wrap(row.name, name), width: name, ink: "faint" },
    { lines: wrap(row.who, who), width: who, ink: "plain" },
    { lines: [row.numeric ? padStart(row.when, when) : row.when], width: when, ink: "plain" },
    { lines: [row.note], width: note, ink: row.ink },
  ] as const;
  const height = Math.max(...columns.map(({ lines }) => lines.length));
  let out = "";
  for (let at = 0; at < height; at += 1) {
    const cells = columns.map(
      (column) => paint(column.ink, column.lines[at] ?? "") + " ".repeat(column.width - widthOf(column.lines[at] ?? "")),
    );
    out += `${`  ${at === 0 ? paint(row.ink, row.sign) : " "} ${cells.join("  ")}`.trimEnd()}\n`;
  }
  return out;
}

/** Instant and note in columns of their own, the rest below. */
function medium(terminal: Terminal, row: Row, { when, note }: Widths): string {
  const { paint, width } = terminal;
  const room = width - 8 - when - note;
  const [first = "", ...rest] = wrap(row.title, room);
  const head =
    `  ${paint(row.ink, row.sign)} ${padEnd(first, room)}  ${(row.numeric ? padStart : padEnd)(row.when, when)}  ${paint(row.ink, padStart(row.note, note))}`.trimEnd();
  return `${[head, ...rest.map((line) => `    ${line}`)].join("\n")}\n${detail(terminal, row)}`;
}

function narrow(terminal: Terminal, row: Row): string {
  const { paint, width } = terminal;
  const title = wrap(row.title, width - 4).map((line, index) => (index === 0 ? `  ${paint(row.ink, row.sign)} ${line}` : `    ${line}`));
  const when = [row.when, paint(row.ink, row.note)].filter((part) => part !== "").join(" · ");
  return `${title.join("\n")}\n${when === "" ? "" : `    ${when}\n`}${detail(terminal, row)}`;
}

function detail({ paint, width }: Terminal, { name, who }: Row): string {
  const line = [name, who].filter((part) => part !== "").join(" · ");
  const lines = line === "" ? [] : indent(line, 4, width).split("\n");
  return lines.map((one) => `${paint("faint", one)}\n`).join("");
}

function reason({ width }: Terminal, { because }: Row): string {
  return because === undefined ? "" : `${indent(because, 4, width)}\n`;
}
