import type { Terminal } from "../terminal.ts";
import { indent, padStart, widthOf } from "./text.ts";

/** Names at the left, faint and lined up, each with what it says. */
export function labelled({ paint, width }: Terminal, rows: readonly (readonly [string, string])[], by = 2): string {
  const label = Math.max(0, ...rows.map(([name]) => widthOf(name)));
  return rows
    .map(
      ([name, text]) => `${" ".repeat(by)}${paint("faint", padStart(name, label))}  ${indent(text, label + by + 2, width).trimStart()}\n`,
    )
    .join("");
}
