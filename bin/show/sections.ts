import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";

/** A standing as its reader needs it: what presses first. Every open item stands in exactly one place. */
export interface Sections {
  /** Missed and still owed, the oldest first. */
  late: NumberedItem[];
  /** To do by an instant, the nearest first. */
  due: NumberedItem[];
  /** To do, with no instant that anybody can miss. */
  undated: NumberedItem[];
  paused: NumberedItem[];
  /** What is being measured, or must never break. */
  watched: NumberedItem[];
  /** Rights open for a while, the soonest to close first. */
  windows: NumberedItem[];
  /** Rights open as long as the contract. */
  standingRights: NumberedItem[];
  pending: NumberedItem[];
  /** Amounts due and growing. */
  money: NumberedItem[];
  unknown: NumberedItem[];
  refused: NumberedItem[];
  closed: NumberedItem[];
}

export function sectionsOf({ items }: Standing): Sections {
  const of = (keep: (item: NumberedItem) => boolean) => items.filter(keep);
  const duties = of(({ type }) => type === "obligation");
  const open = duties.filter(({ state }) => state === "open");
  const rights = of(({ type }) => type === "right");
  return {
    late: by(
      "due",
      duties.filter(({ state, done }) => state === "missed" && done === undefined),
    ),
    due: by(
      "due",
      open.filter((item) => limitOf(item) !== undefined && !isWatched(item)),
      limitOf,
    ),
    undated: open.filter((item) => limitOf(item) === undefined && !isWatched(item)),
    paused: duties.filter(({ state }) => state === "paused"),
    watched: open.filter(isWatched),
    windows: by(
      "until",
      rights.filter(({ state, until }) => state === "open" && until !== undefined),
    ),
    standingRights: rights.filter(({ state, until }) => state === "open" && until === undefined),
    pending: by(
      "from",
      rights.filter(({ state }) => state === "pending"),
    ),
    money: by(
      "due",
      of(({ type, state }) => type === "amount" && (state === "due" || state === "accruing")),
    ),
    unknown: of(({ state }) => state === "unknown"),
    refused: of(({ type }) => type === "refusal"),
    closed: of(
      ({ type, state, done }) =>
        type !== "refusal" &&
        (["kept", "excused", "waived", "used", "lapsed", "settled"].includes(state) || (state === "missed" && done !== undefined)),
    ),
  };
}

/** The instant by which a duty is to be done, or the one aimed at. */
export function limitOf({ due, target }: NumberedItem): number | undefined {
  return due ?? target;
}

function isWatched({ data }: NumberedItem): boolean {
  return data === "standing" || data === "month";
}

function by(
  key: "due" | "until" | "from",
  items: NumberedItem[],
  instant: (item: NumberedItem) => number | undefined = (item) => item[key],
): NumberedItem[] {
  return items.toSorted((a, b) => (instant(a) ?? Infinity) - (instant(b) ?? Infinity));
}
