import type { NumberedItem } from "#kernel/engine/register.ts";
import { valueOf } from "#kernel/money/figure.ts";
import { DAY, type Instant } from "#kernel/time/instant.ts";
import { localOf } from "#kernel/time/zone.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { stateWords } from "#kernel/words/states.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Ink } from "../paint.ts";
import type { Row } from "./records.ts";
import { limitOf } from "./sections.ts";

/** Less than this and a deadline presses. */
const SOON = 2 * DAY;

const signs: Readonly<Record<string, { sign: string; ink: Ink }>> = {
  missed: { sign: "✗", ink: "bad" },
  open: { sign: "●", ink: "plain" },
  paused: { sign: "‖", ink: "faint" },
  kept: { sign: "✓", ink: "good" },
  excused: { sign: "~", ink: "faint" },
  waived: { sign: "~", ink: "faint" },
  pending: { sign: "◌", ink: "faint" },
  used: { sign: "✓", ink: "plain" },
  lapsed: { sign: "–", ink: "faint" },
  due: { sign: "●", ink: "plain" },
  accruing: { sign: "↗", ink: "plain" },
  settled: { sign: "✓", ink: "good" },
  unknown: { sign: "?", ink: "soon" },
  refused: { sign: "⊘", ink: "bad" },
};

/** One item as a row, read at an instant. */
export function rowOf(item: NumberedItem, opened: Opened, now: Instant): Row {
  const { voice, names } = opened;
  const limit = edgeOf(item);
  const presses = item.state === "open" && limit !== undefined && limit > now && limit - now < SOON;
  const right = item.type === "right" && item.state === "open";
  const { sign, ink } = signs[item.state]!;
  const row: Row = {
    sign: right ? "◇" : presses ? "▲" : sign,
    ink: presses ? "soon" : ink,
    title: titleOf(item, opened),
    when: whenOf(item, opened),
    numeric: item.type === "amount",
    note: noteOf(item, opened, now),
    name: shortId(item),
    who: [item.party, item.to].flatMap((party) => (party === undefined || party === "" ? [] : [names.party(party)])).join(" → "),
  };
  return item.reason ? { ...row, because: reasonWords(item.reason, voice, names) } : row;
}

/** A name as people type it: the first opening needs no number. */
export function shortId({ id }: Pick<NumberedItem, "id">): string {
  return id.replace(/\/1$/, "");
}

export function titleOf(item: NumberedItem, { names }: Opened): string {
  if (item.type === "refusal") return names.event(typeof item.fields["act"] === "string" ? item.fields["act"] : "");
  return names.clause(item.clause);
}

/** The instant at which it closes by itself, or is aimed at. */
function edgeOf(item: NumberedItem): Instant | undefined {
  return item.type === "right"
    ? item.state === "pending"
      ? item.from
      : item.until
    : item.type === "obligation"
      ? (limitOf(item) ?? item.until)
      : item.due;
}

function whenOf(item: NumberedItem, { voice }: Opened): string {
  if (item.figure && item.type === "amount")
    return `${voice.number(valueOf(item.figure), item.figure.unit)}${item.state === "unknown" ? " + ?" : ""}`;
  if (item.type === "refusal" || item.done !== undefined) return voice.instant(item.done ?? item.opened);
  if (item.state === "paused")
    return item.pausedAt === undefined ? "" : `${voice.language === "fr" ? "depuis" : "since"} ${voice.instant(item.pausedAt)}`;
  const edge = edgeOf(item);
  if (edge === undefined) return item.closed === undefined ? "" : voice.instant(item.closed);
  return item.state === "pending" ? voice.instant(edge) : voice.deadline(edge);
}

function noteOf(item: NumberedItem, { voice }: Opened, now: Instant): string {
  const { language } = voice;
  const state = stateWords(item.type, item.state)[language];
  const edge = edgeOf(item);
  if (item.state === "missed") return item.done === undefined && item.due !== undefined ? voice.left(now, item.due) : state;
  if (item.state === "open" || item.state === "pending") return edge === undefined ? "" : voice.left(now, edge);
  if (item.state !== "due" || item.due === undefined) return state;
  return item.due > now ? `${state} ${voice.left(now, item.due)}` : `${state} · ${voice.day(localOf(voice.zone, item.due).day)}`;
}
