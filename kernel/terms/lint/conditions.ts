import type { Clause } from "../clause.ts";
import type { FactKind } from "../fact-kind.ts";
import type { Condition } from "../grammar.ts";
import { nearest } from "../problem.ts";
import { type Finding, onClause } from "./finding.ts";
import { partiesOf } from "./parties.ts";
import type { Check } from "./review.ts";

/** Fields that any fact may carry. */
const everyField = new Set(["by", "in-form", "under", "evidence", "note", "held"]);

/** A condition on a field that the facts do not have, or on a value that the field cannot take: it never holds. */
export const conditions: Check = ({ contract, own }) => {
  const parties = partiesOf(contract);
  return own.flatMap((clause) => {
    const { where, unless, only } = clause as Clause & { unless?: Condition; only?: Condition };
    const facts = factsOf(clause, contract.factKinds);
    if (!facts) return [];
    return [where, unless, only].flatMap((condition) =>
      typeof condition === "object"
        ? Object.entries(condition).flatMap(([field, matcher]) => inFacts(clause, facts, field, matcher, parties))
        : [],
    );
  });
};

/** The fact kinds that a condition is about, or undefined where clauses tell some of the events: they carry fields on. */
function factsOf(clause: Clause, factKinds: ReadonlyMap<string, FactKind>): FactKind[] | undefined {
  const { when, act, from, brokenBy, every, keptBy } = clause as unknown as Record<string, string[] | undefined>;
  const events = act ?? (clause.kind === "pause" ? from : every ? keptBy : (when ?? brokenBy)) ?? [];
  const facts = events.map((event) => factKinds.get(event));
  return facts.length > 0 && facts.every((kind) => kind !== undefined) ? facts : undefined;
}

function inFacts(
  clause: Clause,
  facts: readonly FactKind[],
  field: string,
  matcher: Condition[string],
  parties: ReadonlySet<string>,
): Finding[] {
  if (everyField.has(field) || field.startsWith("order.")) return [];
  const types = facts.flatMap(({ fields, optional }) => fields[field] ?? optional[field] ?? []);
  if (types.length === 0) {
    const near = nearest(
      field,
      facts.flatMap(({ fields, optional }) => [...Object.keys(fields), ...Object.keys(optional)]),
    );
    return [onClause(clause, "field-unknown", "warning", { field, facts: facts.map(({ kind }) => kind).join(", "), near })];
  }
  const asked = "is" in matcher ? matcher.is : "not" in matcher ? matcher.not : [];
  const values = types.map((type) => valuesOf(type, parties));
  const open = values.includes(undefined);
  const allowed = new Set(values.flatMap((some) => [...(some ?? [])]));
  const strange = open ? [] : asked.filter((value) => !allowed.has(value));
  return strange.length === 0
    ? []
    : [onClause(clause, "value-unknown", "warning", { field, values: strange.join(", "), allowed: [...allowed].join(", ") })];
}

/** What a field of a type may be; undefined where it may be anything. */
function valuesOf(type: string, parties: ReadonlySet<string>): Iterable<string> | undefined {
  if (type === "party" || type === "parties") return parties;
  if (type === "yes or no") return ["yes", "no"];
  return type.startsWith("one of ") ? type.slice("one of ".length).split(", ") : undefined;
}
