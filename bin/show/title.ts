import type { Terminal } from "../terminal.ts";

/** A heading, with how many things follow. */
export function title({ paint }: Terminal, text: string, count?: number): string {
  return `\n${paint("strong", text)}${count === undefined ? "" : ` ${paint("faint", `· ${count}`)}`}\n`;
}
