import type { Kind } from "../../kinds/kind.ts";
import { kebab } from "../clause.ts";
import type { Particulars } from "../contract.ts";
import { nearest, type Problem, problem } from "../problem.ts";
import type { Document, WrittenClause } from "../read.ts";
import { isRecord } from "../source.ts";

/** Holds the readings that somebody chose against those that the documents offer; a language is one where the two differ. */
export function checkReadings(
  chosen: Particulars["readings"],
  documents: readonly Document[],
  { contract }: Particulars,
  kinds: ReadonlyMap<string, Kind>,
  problems: Problem[],
): void {
  const place = { file: contract, line: 1, column: 1 };
  const clauses = new Map(documents.flatMap((document) => document.clauses.map((clause) => [clause.id, clause] as const)));
  for (const [clause, reading] of Object.entries(chosen)) {
    const written = clauses.get(clause);
    if (!written) {
      const near = nearest(clause, clauses.keys());
      problems.push(problem("reading-of-nothing", place, { clause, reading, ...(near !== undefined && { near }) }));
      continue;
    }
    const known = readingsOf(written, kinds.get(written.kind));
    const near = nearest(reading, known);
    if (!known.includes(reading))
      problems.push(problem("reading-unknown", place, { clause, reading, known: known.join(", "), ...(near !== undefined && { near }) }));
  }
}

function readingsOf({ raw }: WrittenClause, kind: Kind | undefined): string[] {
  const alternatives = isRecord(raw["alternatives"]) ? raw["alternatives"] : {};
  const figures = (kind?.figures ?? []).map(kebab);
  const differs = [raw, ...Object.values(alternatives).filter(isRecord)].some((keys) => figures.some((key) => isDivergent(keys[key])));
  return [...Object.keys(alternatives), ...(differs ? ["fr", "en"] : [])];
}

/** Whether a figure, or a case of its table, is told apart by language. */
function isDivergent(figure: unknown): boolean {
  return isRecord(figure) && (("fr" in figure && "en" in figure) || Object.values(figure).some(isDivergent));
}
