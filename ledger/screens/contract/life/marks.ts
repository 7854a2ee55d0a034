import type { Item } from "#kernel/engine/item.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import { valueOf } from "#kernel/money/figure.ts";
import { add, compare, type Fraction, fraction } from "#kernel/money/fraction.ts";
import { DAY, HOUR } from "#kernel/time/instant.ts";
import type { Zone } from "#kernel/time/zone.ts";
import type { Language } from "#kernel/words/language.ts";
import { sayNumber } from "#kernel/words/numbers.ts";
import { saySpan } from "#kernel/words/spans.ts";
import { partyWords, stateWords } from "#kernel/words/states.ts";
import { shortDay } from "./short-day.ts";

/** What an item must have to be told in the margin: of the worker's standing, or of the server's. */
export type Telling = Pick<Item, "type" | "clause" | "subject" | "state" | "party" | "opened"> &
  Pick<NumberedItem, "id"> &
  Partial<Pick<Item, "from" | "due" | "target" | "until" | "done" | "closed" | "pausedAt" | "figure" | "data">>;

/** Said by its shape and its words; the tone only colours what they say. */
export type Tone = "missed" | "pressing" | "plain" | "kept" | "quiet";

export interface Mark {
  key: string;
  shape: string;
  tone: Tone;
  words: string;
  detail: string;
}

export interface ClauseMarks {
  clause: string;
  marks: readonly Mark[];
}

export interface Reader {
  language: Language;
  /** Without one, only distances are said. */
  zone?: Zone | undefined;
}

/** Less than this and a deadline presses. */
const SOON = 2 * DAY;
/** For so long what is over is still shown where nothing else is. */
const RECENT = 60 * DAY;
const MOST = 3;

/** In the order in which they press. The last are over: they are shown only where nothing goes on. */
const groups = [
  "late",
  "pressing",
  "unknown",
  "window",
  "to-do",
  "growing",
  "owed",
  "open",
  "paused",
  "pending",
  "refused",
  "over",
] as const;
type Group = (typeof groups)[number];

/** What to say beside each clause at an instant. Clauses at which nothing goes on are not among them. */
export function marksAt(items: readonly Telling[], at: number, reader: Reader): ClauseMarks[] {
  const byClause = new Map<string, Map<Group, Telling[]>>();
  for (const item of items) {
    const group = groupOf(item, at);
    if (group === undefined) continue;
    let found = byClause.get(item.clause);
    if (!found) byClause.set(item.clause, (found = new Map()));
    const there = found.get(group);
    if (there) there.push(item);
    else found.set(group, [item]);
  }
  return [...byClause].map(([clause, found]) => {
    const shown = groups.filter((group) => found.has(group) && (group !== "over" || found.size === 1)).slice(0, MOST);
    return { clause, marks: shown.map((group) => markOf(group, found.get(group)!, at, reader)) };
  });
}

/** One item alone, whatever its age. */
export function markOfItem(item: Telling, at: number, reader: Reader): Mark {
  return markOf(groupOf(item, at, Infinity) ?? "open", [item], at, reader);
}

function groupOf(item: Telling, at: number, recent = RECENT): Group | undefined {
  const { type, state, done, closed, until } = item;
  if (type === "refusal") return at - item.opened < recent / 2 ? "refused" : undefined;
  if (state === "missed" && done === undefined) return "late";
  if (state === "unknown") return "unknown";
  if (state === "paused") return "paused";
  if (state === "pending") return "pending";
  if (state === "accruing") return "growing";
  if (state === "due") return "owed";
  if (state === "open" && type === "right") return until === undefined && recent === RECENT ? undefined : "window";
  if (state === "open") {
    if ((item.data === "standing" || item.data === "month") && recent === RECENT) return undefined;
    const limit = limitOf(item);
    return limit === undefined ? "open" : limit - at < SOON ? "pressing" : "to-do";
  }
  const over = done ?? closed ?? item.opened;
  return at - over < recent ? "over" : undefined;
}

function limitOf({ due, target }: Telling): number | undefined {
  return due ?? target;
}

const shapes: Readonly<Record<Exclude<Group, "over">, { shape: string; tone: Tone }>> = {
  late: { shape: "✗", tone: "missed" },
  pressing: { shape: "▲", tone: "pressing" },
  unknown: { shape: "?", tone: "pressing" },
  window: { shape: "◇", tone: "plain" },
  "to-do": { shape: "●", tone: "plain" },
  growing: { shape: "↗", tone: "plain" },
  owed: { shape: "■", tone: "plain" },
  open: { shape: "○", tone: "plain" },
  paused: { shape: "‖", tone: "quiet" },
  pending: { shape: "◌", tone: "quiet" },
  refused: { shape: "⊘", tone: "missed" },
};

const past: Readonly<Record<string, { shape: string; tone: Tone }>> = {
  kept: { shape: "✓", tone: "kept" },
  settled: { shape: "✓", tone: "kept" },
  used: { shape: "✓", tone: "plain" },
  missed: { shape: "✗", tone: "quiet" },
};

/** The item of a group that matters most: of what comes, the next; of what was, the last. */
function firstOf(group: Group, items: readonly Telling[]): Telling {
  const edge = (item: Telling) =>
    group === "over" || group === "refused"
      ? -(item.done ?? item.closed ?? item.opened)
      : group === "window"
        ? (item.until ?? Infinity)
        : group === "pending"
          ? (item.from ?? Infinity)
          : (limitOf(item) ?? item.opened);
  return items.reduce((best, item) => (edge(item) < edge(best) ? item : best));
}

function markOf(group: Group, items: readonly Telling[], at: number, reader: Reader): Mark {
  const item = firstOf(group, items);
  const pressing = group === "window" && item.until !== undefined && item.until - at < SOON;
  const look = group === "over" ? (past[item.state] ?? { shape: "–", tone: "quiet" as const }) : shapes[group];
  return {
    key: group,
    shape: look.shape,
    tone: pressing ? "pressing" : look.tone,
    words: wordsOf(group, item, items, at, reader),
    detail: detailOf(item, items.length, reader),
  };
}

function wordsOf(group: Group, item: Telling, items: readonly Telling[], at: number, { language, zone }: Reader): string {
  const fr = language === "fr";
  const day = (when: number, edge = true) => (zone ? shortDay(when, at, zone, language, edge) : undefined);
  const state = stateWords(item.type, item.state)[language];
  switch (group) {
    case "late": {
      const late = item.due === undefined ? "" : saySpan(at - item.due, language);
      return late === "" ? state : fr ? `${state}, retard ${/^[aeiouyh]/.test(late) ? "d'" : "de "}${late}` : `${state}, ${late} late`;
    }
    case "pressing":
    case "to-do": {
      const limit = limitOf(item)!;
      const aimed = item.due === undefined;
      if (limit <= at) return fr ? `visée ${day(limit) ?? "passée"}` : `aimed at ${day(limit) ?? "and past"}`;
      const when = limit - at < 6 * DAY || !zone ? near(limit - at, language) : day(limit)!;
      return fr ? `${aimed ? "visée" : "due"} ${when}` : `${aimed ? "aimed at" : "due"} ${when}`;
    }
    case "window": {
      const { until } = item;
      if (until === undefined) return state;
      if (until - at < SOON || !zone)
        return fr ? `ouvert, encore ${saySpan(until - at, language)}` : `open, ${saySpan(until - at, language)} left`;
      return fr ? `ouvert ${/^\d/.test(day(until) ?? "") ? "jusqu'au" : "jusqu'à"} ${day(until)}` : `open until ${day(until)}`;
    }
    case "growing":
      return fr ? `${sums(items, language)} à ce jour` : `${sums(items, language)} so far`;
    case "owed":
      return fr ? `${sums(items, language)} ${several(items) ? "dus" : "dû"}` : `${sums(items, language)} due`;
    case "open":
      return fr ? "à faire" : "to do";
    case "pending":
      return item.from === undefined || !zone ? state : fr ? `à partir de ${day(item.from, false)}` : `from ${day(item.from, false)}`;
    case "refused":
      return joined(state, zone ? shortDay(item.opened, at, zone, language, false) : undefined);
    case "over":
      return joined(
        state,
        zone ? shortDay(item.done ?? item.closed ?? item.opened, at, zone, language, item.done === undefined) : undefined,
      );
    case "unknown":
    case "paused":
      return state;
  }
}

function joined(state: string, day: string | undefined): string {
  return day === undefined ? state : `${state} ${day}`;
}

function near(ms: number, language: Language): string {
  const span =
    ms > 2 * DAY
      ? saySpan(Math.round(ms / DAY) * DAY, language)
      : ms > 3 * HOUR
        ? saySpan(Math.round(ms / HOUR) * HOUR, language)
        : saySpan(ms, language);
  return language === "fr" ? `dans ${span}` : `in ${span}`;
}

/** What several amounts come to, unit by unit. */
/** French has its plural from 2 on. */
function several(items: readonly Telling[]): boolean {
  const total = items.reduce((sum, { figure }) => (figure ? add(sum, valueOf(figure)) : sum), fraction(0));
  return compare(total, fraction(2)) >= 0;
}

function sums(items: readonly Telling[], language: Language): string {
  const byUnit = new Map<string, Fraction>();
  for (const { figure } of items) if (figure) byUnit.set(figure.unit, add(byUnit.get(figure.unit) ?? fraction(0), valueOf(figure)));
  return byUnit.size === 0 ? "?" : [...byUnit].map(([unit, value]) => sayNumber(value, unit, language)).join(" + ");
}

function detailOf({ subject, party }: Telling, count: number, { language }: Reader): string {
  const who = partyWords[party]?.[language] ?? party;
  const what = count > 1 ? `${count} ${language === "fr" ? "lignes" : "items"}` : subject === "contract" ? "" : subject;
  return [who, what].filter((one) => one !== "").join(" · ");
}
