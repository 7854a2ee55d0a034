import { problem, Unusable } from "#kernel/terms/problem.ts";
import { readText } from "../contract/read-text.ts";

/** A file's JSON. Throws Unusable with the line and column where it breaks. */
export function readJsonFile(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    const before = text.slice(0, at).split("\n");
    throw new Unusable([problem("file-not-json", { file: path, line: before.length, column: before.at(-1)!.length + 1 }, { path })]);
  }
}
