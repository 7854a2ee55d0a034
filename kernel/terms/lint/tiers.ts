import { compare, decimal, type Fraction } from "../../money/fraction.ts";
import { number } from "../grammar.ts";
import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import type { Range, Stated } from "../stated.ts";
import { figuresOf } from "./figures.ts";
import { type Finding, onClause } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** Tables of ranges that leave a value out, or hold one twice, edges as written; those of other readings too. */
export const tiers: Check = (review) =>
  review.own.flatMap((clause) => [
    ...inClause(review, clause),
    ...Object.entries(clause.variants).flatMap(([reading, variant]) => inClause(review, { ...variant, variants: {} }, reading)),
  ]);

function inClause(review: Review, clause: Clause, reading?: string): Finding[] {
  return figuresOf(review.contract, clause).flatMap(({ key, figure }) =>
    faults(figure, reached(review.contract)).map(({ is, ...edges }) =>
      onClause(clause, `tier-${is}`, "warning", { figure: key, ...edges, reading }),
    ),
  );
}

type Edge = NonNullable<Range["low"]>;
type Fault = { is: "gap" | "overlap"; from?: string; fromincluded?: string; to?: string; toincluded?: string };

/** Thresholds that a tiered value never reaches from below: a credit is claimed only for a rate under the target. */
function reached({ documents }: Contract): Fraction[] {
  return documents.flatMap(({ clauses }) =>
    clauses.flatMap(({ kind, raw }) => (kind === "availability" && typeof raw["target"] === "string" ? (number(raw["target"]) ?? []) : [])),
  );
}

function faults(figure: Stated<unknown>, ends: readonly Fraction[]): Fault[] {
  if (figure.is !== "table") return [];
  const within = figure.cases.flatMap(({ then }) => faults(then, ends));
  const ranges = figure.cases.flatMap(({ when }) => (typeof when === "object" && "range" in when ? [when.range] : []));
  if (ranges.length === 0 || figure.cases.some(({ when }) => when === "else")) return within;
  const sorted = ranges.toSorted((a, b) => (!a.low ? (b.low ? -1 : 0) : !b.low ? 1 : compare(a.low.value, b.low.value)));
  const found: Fault[] = [];
  const [first] = sorted;
  if (first?.low) found.push(fault("gap", undefined, flip(first.low)));
  let reach = first?.high;
  for (const { low, high } of sorted.slice(1)) {
    const side = !reach || !low ? 1 : compare(reach.value, low.value);
    if (side > 0 || (side === 0 && reach!.included && low!.included)) found.push(fault("overlap", low, lower(reach, high)));
    else if (side < 0 || (!reach!.included && !low!.included)) found.push(fault("gap", flip(reach!), flip(low!)));
    reach = higher(reach, high);
  }
  if (reach && !ends.some((end) => compare(end, reach.value) === 0)) found.push(fault("gap", flip(reach)));
  return [...within, ...found];
}

/** What lies on the other side of an edge holds it exactly when the edge does not. */
function flip({ value, included }: Edge): Edge {
  return { value, included: !included };
}

function higher(a: Edge | undefined, b: Edge | undefined): Edge | undefined {
  return a && b ? (compare(a.value, b.value) < 0 ? b : a) : undefined;
}

function lower(a: Edge | undefined, b: Edge | undefined): Edge | undefined {
  return a && b ? (compare(a.value, b.value) < 0 ? a : b) : (a ?? b);
}

function fault(is: Fault["is"], low?: Edge, high?: Edge): Fault {
  return {
    is,
    ...(low && { from: decimal(low.value, 6), ...(low.included && { fromincluded: "yes" }) }),
    ...(high && { to: decimal(high.value, 6), ...(high.included && { toincluded: "yes" }) }),
  };
}
