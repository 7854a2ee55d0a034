import type { Fact } from "#kernel/engine/fact.ts";
import { openWorld } from "#kernel/engine/world.ts";
import type { Json } from "#kernel/engine/item.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { type Calendar, forward, startOfMonth } from "#kernel/time/counting.ts";
import { dayOf, formatDay } from "#kernel/time/day.ts";
import type { Duration } from "#kernel/time/duration.ts";
import { DAY, formatInstant, HOUR, type Instant, MINUTE } from "#kernel/time/instant.ts";
import { instantOf, localOf, midnight } from "#kernel/time/zone.ts";
import { loadReferences } from "#references/load.ts";
import { contractNumber, CONTRACTS } from "./contracts.ts";
import { amendmentFor } from "./amendment.ts";
import { amount, countedMinutes, fieldsFor, statedBy } from "./fields.ts";
import type { Follower, Hearing } from "./hearing.ts";
import { openRandom, type Random } from "./random.ts";
import { type Shares, told } from "./telling.ts";

export const references = loadReferences();

/** Three years of one contract: what was recorded, in the order of recording. */
export interface Life {
  seed: number;
  contract: Contract;
  facts: readonly Fact[];
  from: Instant;
  until: Instant;
}

interface Writing {
  random: Random;
  contract: Contract;
  hearing: Hearing;
  calendar: Calendar;
  from: Instant;
  until: Instant;
  happened: Fact[];
}

/** The life of a seed: the same one each time it is asked for. For measuring, it may be busier, or told otherwise. */
export function lifeOf(seed: number, { facts: wanted, shares }: { facts?: number; shares?: Shares } = {}): Life {
  const random = openRandom(seed);
  const { contract, hearing, year } = contractNumber(seed % CONTRACTS);
  const calendar = openWorld(contract, references).calendarOf(contract.clauses[0]!);
  const from = instantOf(calendar.zone, dayOf(year, 1, random.between(1, 31)), 9 * HOUR);
  const writing: Writing = {
    random,
    contract,
    hearing,
    calendar,
    from,
    until: instantOf(calendar.zone, dayOf(year + 3, 2, 1), 0),
    happened: [],
  };
  begin(writing);
  countMinutes(writing);
  bill(writing);
  for (let left = random.pick([0, 0, 1, 1, 2]); left > 0; left -= 1) happen(writing, ...amendmentFor(random, contract, anyTime(writing)));
  const enough = wanted ?? writing.happened.length + random.between(80, 260);
  while (writing.happened.length < enough) begetThread(writing, random.pick(hearing.kinds).kind, subjectOf(writing), anyTime(writing), 0);
  return { seed, contract, facts: told(random, writing.happened, shares), from, until: writing.until };
}

/** Writes one fact down; its values are drawn where none are given. */
function happen(writing: Writing, kindName: string, subject: string, at: Instant, fields?: Record<string, Json>): void {
  const { random, contract, hearing, happened } = writing;
  const kind = contract.factKinds.get(kindName);
  if (!kind || at > writing.until - 5 * DAY) return;
  happened.push({
    id: `F${happened.length + 1}`,
    source: random.pick(["crm", "billing", "probe"]),
    kind: kindName,
    subject,
    occurred: at,
    recorded: at,
    by: statedBy(random, kind, hearing),
    fields: fields ?? fieldsFor(random, kind, hearing, at),
  });
}

function begin(writing: Writing): void {
  const { random, from } = writing;
  happen(writing, "contract.accepted", "contract", random.chance(0.97) ? from : from + 5 * DAY, { "in-form": "writing" });
  if (random.chance(0.9)) happen(writing, "service.activated", "contract", later(writing, from, 20 * DAY), {});
  for (const kind of ["codes.issued", "administrator.named"])
    if (random.chance(0.7)) happen(writing, kind, "contract", later(writing, from, 10 * DAY));
  if (random.chance(0.05)) begetThread(writing, random.pick(writing.hearing.kinds).kind, "contract", from - random.between(1, 20) * DAY, 3);
}

/** A fact, and what it tends to bring about. */
function begetThread(writing: Writing, kind: string, subject: string, at: Instant, depth: number): void {
  const { random, hearing, until } = writing;
  if (at > until || (hearing.fatal.has(kind) && random.chance(0.8))) return;
  happen(writing, kind, subject, at);
  beget(writing, kind, subject, at, depth);
}

function beget(writing: Writing, root: string, subject: string, at: Instant, depth: number): void {
  const { random, hearing, happened } = writing;
  const followers = hearing.follow.get(root) ?? [];
  if (followers.length === 0 || depth > 3) return;
  for (let tries = random.below(4); tries > 0; tries -= 1) {
    const { kind, within, right } = random.pick(followers);
    const when =
      within.length > 0 && random.chance(0.7)
        ? answer(writing, at, random.pick(within))
        : later(writing, at, random.pick([HOUR, 10 * HOUR, 4 * DAY, 30 * DAY, 90 * DAY]));
    const before = happened.length;
    begetThread(writing, kind, random.chance(0.92) ? subject : subjectOf(writing), when, depth + 1);
    const fact = happened[before];
    if (fact && right && random.chance(0.8)) happened[before] = inUse(writing, fact, right);
  }
}

/** The act as the holder of the right would do it. */
function inUse({ random, contract }: Writing, fact: Fact, { id, party, form }: NonNullable<Follower["right"]>): Fact {
  const allowed = contract.factKinds.get(fact.kind)!.by;
  const by = allowed.includes("anyone") || allowed.includes(party) ? party : fact.by;
  return {
    ...fact,
    by,
    fields: { ...fact.fields, ...(form !== undefined && { "in-form": form }), ...(random.chance(0.3) && { under: id }) },
  };
}

/** When an answer comes to what counts a time: half way, a millisecond before it is over, at that very instant, or after. */
function answer({ random, calendar }: Writing, at: Instant, within: Duration): Instant {
  const counted = within.unit === "working hour" ? { ...within, unit: "hour" as const } : within;
  const over = forward(at, counted, calendar);
  return random.pick([
    at,
    at + Math.floor((random.below(1000) * (over - at)) / 1000),
    over - 1,
    over,
    over + 1,
    over + random.below(20) * DAY,
  ]);
}

/** Some time after an instant, on a round minute, a midnight or anywhere. */
function later({ random, calendar }: Writing, at: Instant, most: number): Instant {
  const raw = at + random.below(most);
  if (random.chance(0.15)) return midnight(calendar.zone, localOf(calendar.zone, raw).day + 1);
  return random.chance(0.8) ? Math.ceil(raw / MINUTE) * MINUTE : raw;
}

/** An instant of the life: anywhere, or that of another fact. */
function anyTime(writing: Writing): Instant {
  const { random, happened, from, until } = writing;
  return random.chance(0.08) && happened.length > 0 ? random.pick(happened).occurred : later(writing, from, until - from - 2 * DAY);
}

function subjectOf({ random, happened, from }: Writing): string {
  if (random.chance(0.15)) return "contract";
  if (random.chance(0.1)) return formatDay(Math.floor(from / DAY) + random.below(1000)).slice(0, 7);
  return random.chance(0.5) && happened.length > 0 ? random.pick(happened).subject : `S-${random.between(1, 60)}`;
}

/** Each month a probe tells its minutes, unless it was silent; what a month turns out to be opens rights to claim. */
function countMinutes(writing: Writing): void {
  const { random, contract, calendar, from, until } = writing;
  if (!contract.listeners.has("minutes.counted")) return;
  for (let start = startOfMonth(from, calendar.zone); start < until;) {
    const next = startOfMonth(start + 40 * DAY, calendar.zone);
    const minutes = (next - start) / MINUTE;
    if (random.chance(0.85)) {
      const first = random.chance(0.9) ? 0 : random.below(minutes);
      const reach = random.chance(0.95) ? minutes - first : minutes;
      happen(
        writing,
        "minutes.counted",
        "contract",
        Math.max(from, start + first * MINUTE),
        countedMinutes(random, start + first * MINUTE, reach),
      );
    }
    if (random.chance(0.2)) {
      const at = start + random.below(minutes) * MINUTE;
      const cause = random.pick([...(writing.hearing.words.get("cause") ?? []), "maintenance", "force majeure"]);
      happen(writing, "minutes.excluded", "contract", at + 2 * HOUR, {
        from: formatInstant(at),
        until: formatInstant(at + random.between(1, 300) * MINUTE),
        cause,
      });
    }
    if (random.chance(0.4)) beget(writing, "month", formatDay(localOf(calendar.zone, start).day).slice(0, 7), next, 1);
    start = next;
  }
}

/** Invoices issued, received, paid in time, late, in part, too much, twice or never; credited, disputed. */
function bill(writing: Writing): void {
  const { random, from, until } = writing;
  const pace = random.pick([15, 31, 31, 92]) * DAY;
  for (let [at, n] = [from + random.below(40) * DAY, 1]; at < until; at += pace, n += 1) {
    const invoice = `I-${n}`;
    const billed = amount(random);
    const due = random.chance(0.7)
      ? { due: formatInstant(midnight(writing.calendar.zone, Math.floor(at / DAY) + random.pick([0, 15, 30, 31, 60]))) }
      : {};
    happen(writing, "invoice.issued", invoice, later(writing, at, DAY), {
      amount: billed,
      ...due,
      ...(random.chance(0.3) && { lines: ["late-interest/I-1", `interest/I-${n}`] }),
      mentions: ["due-date", "penalties"],
    });
    if (random.chance(0.7))
      happen(writing, "invoice.received", invoice, later(writing, at + DAY, 5 * DAY), random.chance(0.2) ? { amount: billed } : {});
    for (let payments = random.below(3); payments > 0; payments -= 1) {
      const paid = random.chance(0.6) ? billed : amount(random);
      happen(writing, "payment.received", invoice, later(writing, at + random.below(90) * DAY, 10 * DAY), {
        amount: paid,
        ...(random.chance(0.8) ? { invoice } : random.chance(0.1) ? { invoice: `late-interest/${invoice}` } : {}),
      });
    }
    if (random.chance(0.1)) happen(writing, "invoice.credited", invoice, later(writing, at, 60 * DAY), { amount: amount(random) });
    if (random.chance(0.1)) beget(writing, "invoice.issued", invoice, at, 1);
  }
}
