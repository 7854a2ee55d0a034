import type { References } from "../../references.ts";
import type { Contract } from "../contract.ts";
import { nearest, type Place, type Problem, problem } from "../problem.ts";

/** Zones and holidays that the references lack, where the documents and the working hours name them: nothing can be counted by them. */
export function unknownCalendars({ documents, clauses }: Contract, { zones, holidays }: References): Problem[] {
  const problems: Problem[] = [];
  const look = (code: string, name: string | undefined, table: object, place: Place) => {
    const known = Object.keys(table);
    if (name === undefined || known.includes(name)) return;
    const near = nearest(name, known);
    problems.push(problem(code, place, { name, known: known.join(", "), ...(near !== undefined && { near }) }));
  };
  for (const { source } of documents) {
    look("zone-unknown", source.front.zone, zones, source.placeOf("zone"));
    look("holidays-unknown", source.front.holidays, holidays, source.placeOf("holidays"));
  }
  for (const { id, document, kind, raw } of clauses) {
    const named = raw["holidays"];
    if (kind !== "hours" || typeof named !== "string" || named === "none") continue;
    const written = documents.find((one) => one.id === document)?.clauses.find((one) => one.id === id);
    if (!written) continue;
    const { line, column } = written.yaml.placeOf(["holidays"]);
    look("holidays-unknown", named, holidays, { file: written.home.place.file, line: written.line + line, column });
  }
  return problems;
}
