import type { Kind } from "../../kinds/kind.ts";
import { camel, type Clause, kebab } from "../clause.ts";
import type { Particulars } from "../contract.ts";
import { nearest, type Problem, problem } from "../problem.ts";
import type { WrittenClause } from "../read.ts";
import { isRecord } from "../source.ts";

/** Reads one clause by its kind's shape, with the alternative that applies laid over it. */
export function typed(written: WrittenClause, particulars: Particulars, kinds: ReadonlyMap<string, Kind>, problems: Problem[]): Clause[] {
  const { home, raw } = written;
  const kind = kinds.get(written.kind);
  if (!kind) {
    const near = nearest(written.kind, kinds.keys());
    problems.push(problem("kind-unknown", home.place, { kind: written.kind, ...(near !== undefined && { near }) }));
    return [];
  }
  const alternatives = isRecord(raw["alternatives"]) ? raw["alternatives"] : {};
  const given = particulars.readings[written.id];
  const reading = given ?? (raw["reading"] as string | undefined);
  const chosen = reading === undefined || reading === "fr" || reading === "en" ? undefined : alternatives[reading];
  // A reading that somebody chose was held against the text already.
  const own = given === undefined && reading !== undefined && reading !== "fr" && reading !== "en";
  if (own && chosen === undefined && Object.keys(alternatives).length > 0) {
    const near = nearest(reading, Object.keys(alternatives));
    const spot = written.yaml.placeOf(["reading"]);
    problems.push(
      problem(
        "reading-unknown",
        { ...home.place, line: written.line + spot.line, column: spot.column },
        {
          clause: written.id,
          reading,
          known: Object.keys(alternatives).join(", "),
          ...(near !== undefined && { near }),
        },
      ),
    );
  }
  const base = shaped(written, kind, { ...raw, ...(reading !== undefined && { reading }), ...(isRecord(chosen) && chosen) }, problems);
  if (!base) return [];
  const others = Object.entries(alternatives).filter(([name]) => name !== reading);
  const variants = Object.fromEntries(
    others.flatMap(([name, keys]) => {
      const variant = isRecord(keys) ? shaped(written, kind, { ...raw, ...keys }, problems) : undefined;
      return variant ? [[name, variant] as const] : [];
    }),
  );
  return [{ ...base, variants }];
}

function shaped(written: WrittenClause, kind: Kind, raw: Record<string, unknown>, problems: Problem[]): Clause | undefined {
  const result = kind.shape.safeParse(Object.fromEntries(Object.entries(raw).map(([key, value]) => [camel(key), value])));
  if (result.success) {
    return { ...written.home, ...result.data, raw, kind: kind.name, variants: {} } as unknown as Clause;
  }
  for (const issue of result.error.issues) {
    const path = issue.code === "unrecognized_keys" ? [kebab(issue.keys[0] ?? "")] : issue.path.map((step) => kebab(String(step)));
    const spot = written.yaml.placeOf(path);
    const place = { ...written.home.place, line: written.line + spot.line, column: spot.column };
    const known = Object.keys(kind.shape.shape).map(kebab);
    if (issue.code === "unrecognized_keys") {
      const near = nearest(path[0]!, known);
      problems.push(
        problem("key-unknown", place, { clause: written.id, kind: kind.name, key: path[0]!, ...(near !== undefined && { near }) }),
      );
    } else if (issue.code === "custom") {
      problems.push(
        problem(issue.message, place, { clause: written.id, key: path.join("."), ...((issue.params ?? {}) as Record<string, string>) }),
      );
    } else problems.push(problem("key-missing", place, { clause: written.id, kind: kind.name, key: path.join(".") }));
  }
  return undefined;
}
