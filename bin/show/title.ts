import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { padEnd, widthOf, wrap } from "./text.ts";

/** A heading, with how many things follow. */
export function title({ paint }: Terminal, text: string, count?: number): string {
  return `\n${paint("strong", text)}${count === undefined ? "" : ` ${paint("faint", `· ${count}`)}`}\n`;
}

/** What an answer is about, with its state at the right edge and a rule below; a name too long for the line goes on under itself. */
export function heading({ paint, width }: Terminal, name: string, state: string, ink: Ink): string {
  const room = width - widthOf(state) - 2;
  const [first = "", ...rest] = wrap(name, room);
  const lines = [`${paint("strong", padEnd(first, room))}  ${paint(ink, state)}`, ...rest.map((line) => paint("strong", line))];
  return `${lines.join("\n")}\n${paint("faint", "─".repeat(width))}\n`;
}
