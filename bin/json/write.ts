import type { Terminal } from "../terminal.ts";

/** An answer for machines; `format` names its shape and version. */
export function writeJson({ write }: Terminal, format: string, answer: Record<string, unknown>): void {
  write(`${JSON.stringify({ format: `tenu.${format}@1`, ...answer }, undefined, 2)}\n`);
}
