import type { z } from "zod";
import type { Event } from "../engine/event.ts";
import { type Because, type Json, textOf } from "../engine/item.ts";
import { matches, resolve } from "../engine/resolve.ts";
import {
  asOpened,
  born,
  both,
  itemsAbout,
  itemsOf,
  openItem,
  replaceItem,
  schedule,
  type Step,
  stillStands,
  tell,
  withClause,
} from "../engine/step.ts";
import { compare, fraction, multiply, subtract } from "../money/fraction.ts";
import { difference, type Figure, given, quotient } from "../money/figure.ts";
import { type Clause, common, figure, words } from "../terms/clause.ts";
import { percent, threshold, type Threshold } from "../terms/grammar.ts";
import { endOfMonth, startOfMonth } from "../time/counting.ts";
import { formatDay } from "../time/day.ts";
import { formatInstant, type Instant, MINUTE, parseInstant } from "../time/instant.ts";
import { localOf } from "../time/zone.ts";
import type { Kind } from "./kind.ts";
import { intersection, length, type Runs, union, without } from "./availability/runs.ts";

const shape = common.extend({
  target: figure(percent, ["99.95 %"]),
  badMinute: figure(threshold, ["above 5 %"]),
  excluded: words.optional(),
  authorised: words.optional(),
});

export type Availability = z.infer<typeof shape>;

interface Month {
  start: Instant;
  end: Instant;
  known: Runs;
  bad: Runs;
  excluded: Runs;
  because: Because;
}

/**
 * The monthly availability rate: all minutes of the calendar month are the denominator, the first and the last month's too;
 * unavailability that is excluded leaves the numerator only; unknown minutes never count as good (S-1.1).
 */
export const availability: Kind<Clause<Availability>> = {
  name: "availability",
  shape,
  figures: ["target", "badMinute"],
  hears: () => [
    { event: "service.activated", role: "activated", opens: true },
    { event: "minutes.counted", role: "counted" },
    { event: "minutes.excluded", role: "excluded" },
    { event: "contract.ended", role: "ended" },
  ],
  tells: ({ id }) => [`${id}.kept`, `${id}.missed`, `${id}.unknown`],
  on(step, clause, role, event) {
    if (role === "activated") {
      if (itemsOf(step, clause.id).length === 0) openMonth(step, clause, event.at, event.because, monthsOf(step, clause));
    } else if (role === "ended") {
      // What comes after the end is neither bad nor unknown.
      const [month] = monthsOf(step, clause);
      if (month) close(step, clause, month, step.at);
    } else if (role === "counted") count(step, clause, event);
    else exclude(step, clause, event);
  },
  fire(step, clause) {
    const [month] = monthsOf(step, clause);
    if (!month) return;
    const later = monthsOf(step, clause).slice(1);
    close(step, clause, month, month.end);
    const { ends, ended } = step.state;
    if (ended === undefined && !(ends && ends.at <= step.at) && stillStands(step, clause))
      openMonth(step, clause, step.at, { facts: month.because.facts.slice(0, 1), clauses: [clause.id] }, later);
  },
};

/** The running month first, then months that intervals stated early reach into. */
function monthsOf(step: Step, clause: Clause): Month[] {
  return (step.state.memory[clause.id] as unknown as Month[] | undefined) ?? [];
}

function put(step: Step, clause: Clause, months: readonly Month[]): void {
  step.state.memory[clause.id] = months as unknown as Json;
}

function nameOf(step: Step, start: Instant): string {
  return formatDay(localOf(step.world.zone, start).day).slice(0, 7);
}

function blankMonth(step: Step, at: Instant, because: Because): Month {
  const { zone } = step.world;
  return { start: startOfMonth(at, zone), end: endOfMonth(at, zone), known: [], bad: [], excluded: [], because };
}

function openMonth(step: Step, clause: Clause<Availability>, at: Instant, because: Because, later: readonly Month[]): void {
  const blank = blankMonth(step, at, because);
  const early = later.find(({ start }) => start === blank.start);
  const month: Month = early ? { ...early, because: both(because, early.because) } : blank;
  put(step, clause, [month, ...later.filter((one) => one !== early)]);
  schedule(step, { at: month.end, clause: clause.id, purpose: "month" });
  openItem(step, {
    type: "obligation",
    clause: clause.id,
    subject: nameOf(step, month.start),
    state: "open",
    party: clause.party ?? "provider",
    ...(clause.to !== undefined && { to: clause.to }),
    opened: at,
    until: month.end,
    because: withClause(because, clause.id),
    fields: {},
    version: step.state.amendments.length,
    data: "month",
  });
}

/** Lays an interval of minutes over the months it touches. */
function lay(step: Step, clause: Clause<Availability>, runs: { known?: Runs; bad?: Runs; excluded?: Runs }, because: Because): void {
  let months = monthsOf(step, clause);
  // An interval may start before the service does: its later minutes count.
  if (months.length === 0 && step.state.activated === undefined) months = [blankMonth(step, step.at, { facts: [], clauses: [] })];
  if (months.length === 0) return;
  const all = [...(runs.known ?? []), ...(runs.bad ?? []), ...(runs.excluded ?? [])];
  const last = Math.max(...all.map(([, to]) => to));
  while (months.at(-1)!.end / MINUTE < last) months = [...months, blankMonth(step, months.at(-1)!.end, { facts: [], clauses: [] })];
  put(
    step,
    clause,
    months.map((month) => {
      const window: Runs = [[Math.round(month.start / MINUTE), Math.round(month.end / MINUTE)]];
      if (!all.some(([from, to]) => from < window[0]![1] && to > window[0]![0])) return month;
      const laid = (mine: Runs, added: Runs | undefined) => (added && added.length > 0 ? union(mine, intersection(added, window)) : mine);
      return {
        ...month,
        known: laid(month.known, runs.known),
        bad: laid(month.bad, runs.bad),
        excluded: laid(month.excluded, runs.excluded),
        because: both(month.because, because),
      };
    }),
  );
}

function count(step: Step, clause: Clause<Availability>, event: Event): void {
  const from = parseInstant(textOf(event.fields["from"]));
  const bad = resolve(step, clause, clause.badMinute, event);
  if (from === undefined || !("value" in bad)) return;
  const first = Math.floor(from / MINUTE);
  const rows = (field: string) => (Array.isArray(event.fields[field]) ? (event.fields[field] as readonly (readonly number[])[]) : []);
  const known = rows("known").map(([offset = 0, length = 0]) => [first + offset, first + offset + length] as const);
  const measured = rows("errors").map(([offset = 0, , , length = 1]) => [first + offset, first + offset + length] as const);
  const errors = rows("errors")
    .filter(([, requests = 0, failed = 0]) => crosses(bad.value, failed, requests))
    .map(([offset = 0, , , length = 1]) => [first + offset, first + offset + length] as const);
  if (known.length > 0 || measured.length > 0) lay(step, clause, { known: union(known, measured), bad: union([], errors) }, event.because);
}

function crosses({ bound, value }: Threshold, failed: number, requests: number): boolean {
  if (requests === 0) return false;
  const side = compare(multiply(fraction(failed, requests), fraction(100)), value);
  return bound === "above" ? side > 0 : bound === "at least" ? side >= 0 : bound === "below" ? side < 0 : side <= 0;
}

/** Some causes are excluded only where the provider had not authorised them (S-1.1 exclusions). */
function exclude(step: Step, clause: Clause<Availability>, event: Event): void {
  const [from, until] = [parseInstant(textOf(event.fields["from"])), parseInstant(textOf(event.fields["until"]))];
  const cause = textOf(event.fields["cause"]);
  if (from === undefined || until === undefined || !matches(step, clause.where, event)) return;
  if (clause.excluded && !clause.excluded.includes(cause)) return;
  if (clause.authorised?.includes(cause) && event.fields["authorised"] !== "no") return;
  lay(step, clause, { excluded: [[Math.floor(from / MINUTE), Math.ceil(until / MINUTE)]] }, event.because);
}

function close(step: Step, clause: Clause<Availability>, month: Month, end: Instant): void {
  const later = monthsOf(step, clause).slice(1);
  put(step, clause, later);
  const item = itemsAbout(step, clause.id, nameOf(step, month.start))[0];
  if (!item) return;
  const because = both(item.because, month.because);
  const target = resolve(step, clause, asOpened(step, clause, item).target, { at: step.at, fields: {} });
  if (!("value" in target)) {
    replaceItem(step, item, {
      ...item,
      state: "unknown",
      done: step.at,
      reason: { code: `figure-${target.missing}`, args: { figure: "target", path: "" } },
    });
    return;
  }
  const whole = Math.round((month.end - month.start) / MINUTE);
  // Minutes of the first month before the service starts, and of the last after the end, are neither bad nor unknown.
  const lived: Runs = [[Math.ceil(item.opened / MINUTE), Math.floor(end / MINUTE)]];
  const unknown = length(without(without(lived, month.known), month.excluded));
  const down = length(without(intersection(month.bad, lived), month.excluded));
  const excludedBad = length(intersection(intersection(month.bad, lived), month.excluded));
  const best = rate(whole, down, month);
  const worst = rate(whole, down + unknown, month);
  const meets = (bad: number) => compare(multiply(subtract(fraction(1), fraction(bad, whole)), fraction(100)), target.value) >= 0;
  const verdict = meets(down + unknown) ? "kept" : meets(down) ? "unknown" : "missed";
  const measured = { down, unknown, excluded: excludedBad, minutes: whole };
  const fields = { ...item.fields, ...measured, rate: best.value, "rate-worst": worst.value };
  const reason =
    verdict === "unknown"
      ? {
          reason: {
            code: "minutes-unknown",
            args: { unknown: String(unknown), minutes: String(whole), best: best.value, worst: worst.value },
          },
        }
      : {};
  replaceItem(step, item, {
    ...item,
    state: verdict,
    done: step.at,
    figure: best,
    ...(unknown > 0 && { otherwise: { worst: { figure: worst } } }),
    because,
    fields,
    ...reason,
  });
  const event: Event = { name: "month", subject: item.subject, at: step.at, fields, because, closesDay: true, depth: 0 };
  tell(step, born(event, `${clause.id}.${verdict}`, clause));
}

function rate(minutes: number, bad: number, month: Month): Figure {
  const edges = { from: formatInstant(month.start), until: formatInstant(month.end) };
  const all = given(String(minutes), "minutes", { count: "minutes", ...edges });
  const down = given(String(bad), "minutes", { count: "interruption minutes", ...edges });
  return quotient(difference(all, down), all, "%");
}
