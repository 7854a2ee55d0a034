import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { table } from "./table.ts";
import { indent, padEnd, padStart, widthOf, wrap } from "./text.ts";

/** One thing that stands, as a line or two: a sign, what it is, when, how it presses; below, its name and parties. */
export interface Record {
  sign: string;
  ink: Ink;
  title: string;
  /** The instant, or the amount. */
  when: string;
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

/** Records laid out for the room there is: one line each, two, or three. */
export function records(terminal: Terminal, rows: readonly Record[]): string {
  if (terminal.width >= WIDE) return wide(terminal, rows);
  return terminal.width >= NARROW ? medium(terminal, rows) : narrow(terminal, rows);
}

function wide(terminal: Terminal, rows: readonly Record[]): string {
  const lines = table(
    terminal,
    [{}, { least: 30 }, { least: 24 }, { least: 24 }, {}, {}],
    rows.map(({ sign, ink, title, when, note, name, who }) => [{ text: sign, ink }, { text: title }, { text: name, ink: "faint" }, { text: who }, { text: when }, { text: note, ink }]),
    2,
  );
  return withReasons(terminal, lines, rows);
}

/** A reason goes under its record; only tables of records that all fit their line can be taken apart by lines. */
function withReasons(terminal: Terminal, lines: string, rows: readonly Record[]): string {
  if (!rows.some(({ because }) => because)) return lines;
  return rows.map((row) => wideAlone(terminal, row, rows) + reason(terminal, row)).join("");
}

function wideAlone(terminal: Terminal, row: Record, rows: readonly Record[]): string {
  const width = (pick: (one: Record) => string, most: number) => Math.min(most, Math.max(...rows.map((one) => widthOf(pick(one)))));
  const [title, name, who, when] = [width((one) => one.title, 44), width((one) => one.name, 36), width((one) => one.who, 28), width((one) => one.when, 30)];
  const padded: Record = { ...row, when: padEnd(row.when, when) };
  const { paint } = terminal;
  const cells = [wrap(row.title, title), wrap(row.name, name), wrap(row.who, who), [padded.when], [row.note]];
  const widths = [title, name, who, when, widthOf(row.note)];
  const inks: Ink[] = ["plain", "faint", "plain", "plain", row.ink];
  const height = Math.max(...cells.map((lines) => lines.length));
  const out: string[] = [];
  for (let at = 0; at < height; at += 1) {
    const parts = cells.map((lines, index) => paint(inks[index]!, lines[at] ?? "") + " ".repeat(Math.max(0, widths[index]! - widthOf(lines[at] ?? ""))));
    out.push(`  ${at === 0 ? paint(row.ink, row.sign) : " "}  ${parts.join("  ")}`.trimEnd());
  }
  return `${out.join("\n")}\n`;
}

function medium(terminal: Terminal, rows: readonly Record[]): string {
  const { paint, width } = terminal;
  const whenWidth = Math.max(0, ...rows.map(({ when }) => widthOf(when)));
  const noteWidth = Math.max(0, ...rows.map(({ note }) => widthOf(note)));
  const room = width - 4 - whenWidth - noteWidth - 4;
  return rows
    .map((row) => {
      const [first = "", ...rest] = wrap(row.title, room);
      const head = `  ${paint(row.ink, row.sign)} ${padEnd(first, room)}  ${padEnd(row.when, whenWidth)}  ${paint(row.ink, padStart(row.note, noteWidth))}`.trimEnd();
      return `${[head, ...rest.map((line) => `    ${line}`)].join("\n")}\n${detail(terminal, row)}${reason(terminal, row)}`;
    })
    .join("");
}

function narrow(terminal: Terminal, rows: readonly Record[]): string {
  const { paint, width } = terminal;
  return rows
    .map((row) => {
      const title = wrap(row.title, width - 4).map((line, index) => (index === 0 ? `  ${paint(row.ink, row.sign)} ${line}` : `    ${line}`));
      const when = [row.when, paint(row.ink, row.note)].filter((part) => part !== "").join(" · ");
      return `${title.join("\n")}\n${when === "" ? "" : `    ${when}\n`}${detail(terminal, row)}${reason(terminal, row)}`;
    })
    .join("");
}

function detail({ paint, width }: Terminal, { name, who }: Record): string {
  const line = [name, who].filter((part) => part !== "").join(" · ");
  return line === "" ? "" : `${indent(line, 4, width).split("\n").map((one) => paint("faint", one)).join("\n")}\n`;
}

function reason({ width }: Terminal, { because }: Record): string {
  return because ? `${indent(because, 4, width)}\n` : "";
}
