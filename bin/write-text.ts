import { writeFileSync } from "node:fs";
import { problem, Unusable } from "#kernel/terms/problem.ts";
import { causeOf } from "./contract/read-text.ts";
import { nowhere } from "./trouble.ts";

/** Writes a file. Throws Unusable where the system refuses. */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Unusable([problem("file-unwritable", nowhere, { path, message: causeOf(error) })]);
  }
}
