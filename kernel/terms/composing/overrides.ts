import type { Kind } from "../../kinds/kind.ts";
import { camel, kebab } from "../clause.ts";
import type { Decision, Particulars } from "../contract.ts";
import { nearest, type Problem, problem } from "../problem.ts";
import type { WrittenClause } from "../read.ts";
import { isRecord } from "../source.ts";
import { type Ranked, rankOf } from "./ranks.ts";

/** Lays particulars and amendments over the clauses as written, where the order of precedence lets them. */
export function overrideAll(
  clauses: readonly WrittenClause[],
  { order, documents }: Ranked,
  particulars: Particulars,
  kinds: ReadonlyMap<string, Kind>,
  decisions: Decision[],
  problems: Problem[],
): WrittenClause[] {
  const byId = new Map(clauses.map((written) => [written.id, written]));
  const changed = new Map<string, WrittenClause>();
  const rank = new Map(documents.map((document) => [document.id, order.indexOf(rankOf(document))]));
  const mine = order.indexOf("particulars");
  const place = { file: particulars.contract, line: 1, column: 1 };
  for (const [address, told] of Object.entries(particulars.figures)) {
    const [id = "", figure = "", ...rest] = address.split(".");
    const written = changed.get(id) ?? byId.get(id);
    if (!written) {
      const near = nearest(id, byId.keys());
      const dropped = decisions.some((decision) => decision.clause === id);
      if (!dropped) problems.push(problem("address-unknown", place, { address, ...(near !== undefined && { near }) }));
      continue;
    }
    if (!(kinds.get(written.kind)?.figures.includes(camel(figure)) ?? true)) {
      const known = (kinds.get(written.kind)?.figures ?? []).map(kebab);
      const near = nearest(figure, known);
      problems.push(
        problem("address-unknown", place, { address, known: known.join(", "), ...(near !== undefined && { near: `${id}.${near}` }) }),
      );
      continue;
    }
    const amended = isRecord(told) && "amended" in told;
    const before = written.raw[figure];
    const settled = before !== undefined && !JSON.stringify(before).match(/as ordered|left blank/);
    // The parties may amend what they agreed, not the law above it.
    const prevails = (rank.get(written.home.document) ?? 0) < mine;
    if (settled && prevails && (!amended || written.home.rank === "law")) {
      decisions.push({ code: "override-refused", clause: id, args: { figure, document: written.home.document } });
      continue;
    }
    if (settled) decisions.push({ code: "override-applied", clause: id, args: { figure } });
    const value = amended ? told["amended"] : told;
    changed.set(id, {
      ...written,
      raw: { ...written.raw, [figure]: replaced(before, rest.join("."), value), ...inAlternatives(written, figure, rest.join("."), value) },
    });
  }
  return clauses.map((written) => changed.get(written.id) ?? written);
}

/** An alternative that leaves a figure to the order gets it from the order too; one that guessed at a blank gives way to what fills it. */
function inAlternatives({ raw }: WrittenClause, figure: string, path: string, value: unknown): Record<string, unknown> {
  if (!isRecord(raw["alternatives"])) return {};
  const wasOpen = raw[figure] === "as ordered" || raw[figure] === "left blank";
  const alternatives = Object.entries(raw["alternatives"]).map(([name, keys]) => {
    if (!isRecord(keys) || !(figure in keys)) return [name, keys] as const;
    const { [figure]: guess, ...rest } = keys;
    if (/as ordered|left blank/.test(JSON.stringify(guess))) return [name, { ...keys, [figure]: replaced(guess, path, value) }] as const;
    return [name, wasOpen ? rest : keys] as const;
  });
  return { alternatives: Object.fromEntries(alternatives) };
}

function replaced(before: unknown, path: string, value: unknown): unknown {
  if (path === "") return value;
  const map = isRecord(before) ? before : { by: "order.case" };
  const key = Object.keys(map).find((known) => path === known || path.startsWith(`${known}.`)) ?? path;
  return { ...map, [key]: replaced(map[key], path.slice(key.length + 1), value) };
}
