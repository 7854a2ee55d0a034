import type { Json } from "#kernel/engine/item.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { isRecord } from "#kernel/terms/source.ts";
import { DAY, formatInstant, type Instant } from "#kernel/time/instant.ts";
import { figureFor } from "./order.ts";
import type { Random } from "./random.ts";

const annexes = ["service-levels", "maintenance"];
const changeable = new Set(["within", "at-most", "price", "amount", "overuse", "every", "renewal", "due"]);

/** An amendment that composes: a figure changed, a reading settled, an annex attached or detached; effective then, before or later. */
export function amendmentFor(
  random: Random,
  contract: Contract,
  at: Instant,
): [kind: string, subject: string, at: Instant, fields: Record<string, Json>] {
  const effective = at + random.pick([0, 0, -90, -400, -1, 30, 200]) * DAY;
  const signed = random.chance(0.85)
    ? {
        "in-form": "writing",
        "signed-by": ["provider", "customer", "distributor"],
        "validated-by": ["provider", "customer", "distributor"],
      }
    : { "in-form": "e-mail" };
  return ["contract.amended", "contract", at, { effective: formatInstant(effective), ...signed, ...change(random, contract) }];
}

function change(random: Random, contract: Contract): Record<string, Json> {
  const { documents } = contract.particulars;
  const open = contract.clauses
    .filter(({ rank }) => rank !== "annex")
    .flatMap((clause) =>
      Object.keys(clause.raw)
        .filter((key) => changeable.has(key) && typeof clause.raw[key] === "string")
        .map((key) => ({ clause, key })),
    );
  const doubtful = contract.clauses.filter(({ raw }) => isRecord(raw["alternatives"]));
  const draw = random.below(10);
  if (draw < 2 && documents.length > 3) return { detaches: [random.pick(documents.filter((id) => annexes.includes(id)))] };
  if (draw < 4) return { attaches: [random.pick(annexes)] };
  if (draw < 6 && doubtful.length > 0) {
    const clause = random.pick(doubtful);
    return { readings: { [clause.id]: random.pick(Object.keys(clause.raw["alternatives"] as object)) } };
  }
  if (open.length === 0) return {};
  const { clause, key } = random.pick(open);
  return { sets: { [`${clause.id}.${key}`]: figureFor(random, clause, key, 2022) } };
}
