import { admit } from "#kernel/engine/admit.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import type { Problem } from "#kernel/terms/problem.ts";
import type { Zone } from "#kernel/time/zone.ts";
import { type Progress, openProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { readAt } from "../trouble.ts";
import { readLines } from "./lines.ts";
import { parseLine } from "./parse-line.ts";

/** What files of facts hold: the good ones, and what is wrong with the others. */
export interface FactsRead {
  facts: Fact[];
  problems: Problem[];
  /** Lines refused; one may have several problems. */
  refused: number;
}

/** Reads facts, one JSON object a line. A bad line is named with its place and left out; the others are kept. */
export async function readFacts(
  paths: readonly string[],
  kinds: ReadonlyMap<string, FactKind>,
  zone: Zone,
  terminal: Terminal,
): Promise<FactsRead> {
  const read: FactsRead = { facts: [], problems: [], refused: 0 };
  const progress = openProgress(terminal);
  for (const path of paths) await readFile(path, kinds, zone, read, progress);
  progress.done();
  return read;
}

async function readFile(
  path: string,
  kinds: ReadonlyMap<string, FactKind>,
  { from, until }: Zone,
  read: FactsRead,
  progress: Progress,
): Promise<void> {
  const file = path === "-" ? "stdin" : path;
  for await (const { number, bytes } of readLines(path)) {
    if (number % 4096 === 0) progress.show(`${file}: ${number}`);
    const parsed = parseLine(file, number, bytes);
    if (!parsed) continue;
    const place = { file, line: number, column: 1 };
    const admitted = "problem" in parsed ? { problems: [parsed.problem] } : admit(parsed.value, kinds, place, { from, until });
    if ("fact" in admitted) {
      readAt(admitted.fact, place);
      read.facts.push(admitted.fact);
    } else {
      read.problems.push(...admitted.problems.map((one) => atField(one, bytes)));
      read.refused += 1;
    }
  }
}

/** A problem about a field, or about the kind, stands where its line writes that field. */
function atField(one: Problem, bytes: Uint8Array): Problem {
  const field =
    one.args["field"] ??
    (one.code.startsWith("fact-kind") || one.code.startsWith("fact-version")
      ? "kind"
      : one.code === "fact-not-entitled"
        ? "by"
        : undefined);
  const at = field === undefined ? -1 : new TextDecoder().decode(bytes).indexOf(`"${field}"`);
  return at < 0 ? one : { ...one, place: { ...one.place, column: at + 1 } };
}
