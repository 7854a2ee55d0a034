import type { Kind } from "../../kinds/kind.ts";
import { camel } from "../clause.ts";
import type { Decision, Particulars } from "../contract.ts";
import { condition, fits } from "../grammar.ts";
import type { WrittenClause } from "../read.ts";
import { isRecord } from "../source.ts";

/** Law whose conditions on the order do not hold is not this contract's law: a consumer's rules leave a professional alone. */
export function concerned(clauses: readonly WrittenClause[], { order }: Particulars): WrittenClause[] {
  return clauses.filter(({ home, raw }) => {
    if (home.rank !== "law" || !isRecord(raw["where"])) return true;
    return Object.entries(raw["where"]).every(
      ([field, told]) => !field.startsWith("order.") || fits(condition({ [field]: told })[field]!, order[field.slice(6)]),
    );
  });
}

/** Suppletive law steps back where the contract speaks, and fills the figures that it leaves out. */
export function supplied(clauses: readonly WrittenClause[], kinds: ReadonlyMap<string, Kind>, decisions: Decision[]): WrittenClause[] {
  const suppletive = clauses.filter(({ raw }) => raw["suppletive"] === "yes");
  const own = clauses.filter(({ raw }) => raw["suppletive"] !== "yes");
  const like = (a: WrittenClause, b: WrittenClause) =>
    a.kind === b.kind && (a.raw["topic"] === undefined || a.raw["topic"] === b.raw["topic"]);
  const filled = own.map((written) => {
    const law = suppletive.find((one) => like(one, written));
    if (!law || written.home.rank === "law") return written;
    const missing = Object.entries(law.raw).filter(
      ([key]) => (kinds.get(law.kind)?.figures.includes(camel(key)) ?? false) && written.raw[key] === undefined,
    );
    if (missing.length === 0) return written;
    for (const [figure] of missing) decisions.push({ code: "supplied-by-law", clause: written.id, args: { figure, law: law.id } });
    return { ...written, raw: { ...written.raw, ...Object.fromEntries(missing) } };
  });
  const silent = suppletive.filter((law) => {
    const spoken = own.find((written) => written.home.rank !== "law" && like(law, written));
    if (spoken) decisions.push({ code: "suppletive-dropped", clause: law.id, args: { by: spoken.id } });
    return !spoken;
  });
  return [...filled, ...silent];
}
