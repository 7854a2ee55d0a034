import type { Fact } from "#kernel/engine/fact.ts";
import { factName } from "#kernel/engine/fact.ts";
import { DAY, formatInstant, HOUR, type Instant, MINUTE } from "#kernel/time/instant.ts";
import type { Random } from "./random.ts";

/** Shares of a life's facts that are not simply told once, on time and right. */
export interface Shares {
  late: number;
  /** How late, in milliseconds: one of these, and up to an hour more. */
  lateness?: readonly number[];
  ahead: number;
  twice: number;
  corrected: number;
  withdrawn: number;
}

export const usual: Shares = { late: 0.1, ahead: 0.01, twice: 0.03, corrected: 0.03, withdrawn: 0.02 };
export const onTime: Shares = { late: 0, ahead: 0, twice: 0, corrected: 0, withdrawn: 0 };

/**
 * What happened, as it reaches the log: told at once or late, told twice, corrected, withdrawn, in the order of recording.
 * Several corrections of one fact happen, corrections of what was withdrawn too, and changes that arrive before what they change.
 */
export function told(random: Random, happened: readonly Fact[], shares: Shares = usual): Fact[] {
  const log: Fact[] = [];
  let changes = 0;
  function change(fact: Fact, recorded: Instant, kind: "fact.corrected" | "fact.withdrawn"): void {
    changes += 1;
    const fields = kind === "fact.withdrawn" ? { target: factName(fact) } : { target: factName(fact), ...correction(random, fact) };
    log.push({ id: `X${changes}`, source: "desk", kind, subject: fact.subject, occurred: recorded, recorded, by: "provider", fields });
  }
  for (const fact of happened) {
    const recorded = recordedAt(random, fact.occurred, shares);
    const one = { ...fact, recorded };
    log.push(one);
    if (random.chance(shares.twice)) log.push({ ...one, recorded: recorded + random.pick([0, HOUR, 30 * DAY]) });
    if (fact.kind === "contract.accepted") continue;
    if (random.chance(shares.corrected)) {
      const first = recorded + random.pick([0, HOUR, 3 * DAY, 3 * DAY, 40 * DAY]);
      change(one, first, "fact.corrected");
      if (random.chance(0.3)) change(one, first + random.pick([0, DAY]), random.chance(0.7) ? "fact.corrected" : "fact.withdrawn");
    } else if (random.chance(shares.withdrawn)) {
      const gone = recorded + random.pick([0, HOUR, 10 * DAY, 10 * DAY, 90 * DAY]);
      change(one, gone, "fact.withdrawn");
      if (random.chance(0.2)) change(one, gone + DAY, "fact.corrected");
    }
  }
  return log
    .map((fact, order) => ({ fact, order }))
    .toSorted((a, b) => a.fact.recorded - b.fact.recorded || a.order - b.order)
    .map(({ fact }) => fact);
}

/** Most come hours or days late, a few half a year. */
const lateness = [2 * HOUR, 2 * HOUR, DAY, DAY, DAY, 3 * DAY, 5 * DAY, 5 * DAY, 35 * DAY, 200 * DAY];

function recordedAt(random: Random, occurred: Instant, shares: Shares): Instant {
  if (random.chance(shares.late)) return occurred + random.pick(shares.lateness ?? lateness) + random.below(60) * MINUTE;
  if (random.chance(shares.ahead)) return occurred - random.between(1, 20) * DAY;
  return occurred + random.pick([0, 0, 0, MINUTE, 10 * MINUTE]);
}

function correction(random: Random, fact: Fact): Record<string, string | Fact["fields"]> {
  const change: Record<string, string | Fact["fields"]> = {};
  if (random.chance(0.5)) change["occurred"] = formatInstant(fact.occurred + random.pick([-30 * DAY, -DAY, -HOUR, MINUTE, HOUR, 2 * DAY]));
  if (random.chance(0.2)) change["subject"] = `${fact.subject}b`;
  if (random.chance(0.5) || Object.keys(change).length === 0)
    change["fields"] = typeof fact.fields["amount"] === "string" ? { amount: "77.77 EUR" } : { note: "put right" };
  return change;
}
