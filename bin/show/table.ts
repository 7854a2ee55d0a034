import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { padEnd, padStart, widthOf, wrap } from "./text.ts";

export interface Cell {
  text: string;
  ink?: Ink;
}

export interface Column {
  title?: string;
  align?: "right";
  /** May be wrapped down to this many columns when room is short. */
  least?: number;
}

const GAP = 2;

/** Rows in aligned columns, no wider than the terminal: the columns that may wrap give way, the widest first. */
export function table(terminal: Terminal, columns: readonly Column[], rows: readonly (readonly Cell[])[], indent = 0): string {
  const titled = columns.some(({ title }) => title !== undefined);
  const all = titled ? [columns.map(({ title = "" }): Cell => ({ text: title, ink: "faint" })), ...rows] : rows;
  const widths = fit(columns, all, terminal.width - indent - GAP * (columns.length - 1));
  return all.map((row) => line(terminal, columns, widths, row, indent)).join("");
}

function fit(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): number[] {
  const widths = columns.map((_, index) =>
    rows.reduce((width, row) => (row[index]?.text ?? "").split("\n").reduce((most, line) => Math.max(most, widthOf(line)), width), 0),
  );
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const giving = columns.flatMap(({ least }, index) => (least !== undefined && widths[index]! > least ? [index] : []));
    if (giving.length === 0) break;
    const widest = giving.reduce((best, index) => (widths[index]! > widths[best]! ? index : best));
    widths[widest] = Math.max(columns[widest]!.least!, widths[widest]! - Math.min(over, 1));
  }
  return widths;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

function line({ paint }: Terminal, columns: readonly Column[], widths: readonly number[], row: readonly Cell[], indent: number): string {
  const cells = row.map(({ text }, index) => wrap(text, widths[index]!));
  const height = Math.max(...cells.map((lines) => lines.length));
  const out: string[] = [];
  for (let at = 0; at < height; at += 1) {
    const parts = cells.map((lines, index) => {
      const text = lines[at] ?? "";
      const aligned = columns[index]?.align === "right" ? padStart(text, widths[index]!) : padEnd(text, widths[index]!);
      const bare = aligned.trim();
      return bare === "" ? aligned : aligned.replace(bare, () => paint(row[index]?.ink ?? "plain", bare));
    });
    out.push(`${" ".repeat(indent)}${parts.join(" ".repeat(GAP)).trimEnd()}\n`);
  }
  return out.join("");
}
