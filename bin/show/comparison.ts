import type { Change, Comparison } from "#kernel/engine/compare.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { valueOf } from "#kernel/money/figure.ts";
import { phaseWords, stateWords } from "#kernel/words/states.ts";
import type { Opened } from "../contract/open-contract.ts";
import { otherName, otherValue } from "./alternatives.ts";
import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { labelled } from "./labelled.ts";
import { type Row, records } from "./records.ts";
import { rowOf } from "./rows.ts";
import { title } from "./title.ts";

const SHOWN = 12;

/** Two standings side by side: only what differs, what went wrong first. */
export function showComparison(
  terminal: Terminal,
  { changes, contract: keys }: Comparison,
  before: Standing,
  after: Standing,
  opened: Opened,
  all: boolean,
): string {
  const french = opened.voice.language === "fr";
  if (changes.length === 0 && keys.length === 0) return `\n${french ? "Rien ne diffère." : "Nothing differs."}\n`;
  const part = (heading: string, sort: Change["sort"]) => {
    const mine = changes.filter((change) => change.sort === sort).toSorted((a, b) => weight(a) - weight(b));
    if (mine.length === 0) return "";
    const rows = all
      ? mine.map((change) => changeRow(change, sort === "vanished" ? before : after, opened))
      : gathered(mine, sort === "vanished" ? before : after, opened);
    const more = all ? 0 : Math.max(0, rows.length - SHOWN);
    return `${title(terminal, heading, mine.length)}${records(terminal, more === 0 ? rows : rows.slice(0, SHOWN))}${more === 0 ? "" : terminal.paint("faint", french ? `    … ${more} de plus : --all\n` : `    … ${more} more: --all\n`)}`;
  };
  const contractRows = keys.map((key): [string, string] => [
    keyWords(key, french),
    `${contractValue(before, key, opened)} → ${contractValue(after, key, opened)}`,
  ]);
  return [
    contractRows.length === 0 ? "" : `${title(terminal, french ? "Le contrat" : "The contract")}${labelled(terminal, contractRows)}`,
    part(french ? "Changé" : "Changed", "changed"),
    part(french ? "Apparu" : "Appeared", "appeared"),
    part(french ? "Disparu" : "Vanished", "vanished"),
  ].join("");
}

/** What was simply kept, settled or used is one row for all of its kind: thirty backups are not thirty pieces of news. */
function gathered(changes: readonly Change[], standing: Standing, opened: Opened): Row[] {
  const alike = Map.groupBy(changes, (change) =>
    weight(change) < 3 ? change.id : `${change.after?.clause} ${change.before?.state} ${change.after?.state}`,
  );
  return [...alike.values()].map((same) => {
    const row = changeRow(same[0]!, standing, opened);
    const { because: _because, ...bare } = row;
    const clause = (same[0]!.after ?? same[0]!.before)!.clause;
    return same.length === 1 ? row : { ...bare, name: `${clause}/…`, when: `${same.length} ×`, numeric: true };
  });
}

/** What went wrong, then money, then what is open; what was simply kept comes last. */
function weight({ before, after }: Change): number {
  const { state, type } = (after ?? before)!;
  if (state === "missed" || state === "unknown" || state === "refused") return 0;
  if (type === "amount") return 1;
  return ["kept", "settled", "used", "lapsed"].includes(state) ? 3 : 2;
}

const marks: Readonly<Record<Change["sort"], { sign: string; ink: Ink }>> = {
  appeared: { sign: "+", ink: "good" },
  changed: { sign: "~", ink: "soon" },
  vanished: { sign: "−", ink: "bad" },
};

function changeRow(change: Change, standing: Standing, opened: Opened): Row {
  const item = (change.after ?? change.before)!;
  const row = rowOf(item, opened, standing.at);
  const { language } = opened.voice;
  const state = stateWords(item.type, item.state)[language];
  if (change.sort !== "changed") return { ...row, ...marks[change.sort], ink: row.ink, note: state };
  const old = change.before!;
  const note = old.state === item.state ? state : `${stateWords(old.type, old.state)[language]} → ${state}`;
  const details = change.keys
    .filter((key) => key !== "state" && key !== "reason")
    .flatMap((key) => (key === "otherwise" ? otherwise(old, item, opened) : [detail(key, old, item, opened)]));
  return { ...row, ...marks.changed, ink: row.ink, note, ...(details.length > 0 && { because: details.join(" · ") }) };
}

function detail(key: string, old: NumberedItem, now: NumberedItem, { voice, names }: Opened): string {
  const say = (item: NumberedItem): string => {
    if (key === "figure") return item.figure ? voice.number(valueOf(item.figure), item.figure.unit) : "–";
    const value = item[key as "due"] as number | string | undefined;
    if (value === undefined) return "–";
    if (typeof value === "string") return names.party(value);
    return key === "due" || key === "until" || key === "target" ? voice.deadline(value) : voice.instant(value);
  };
  return `${keyWords(key, voice.language === "fr")}${voice.language === "fr" ? "\u00A0:" : ":"} ${say(old)} → ${say(now)}`;
}

/** How another reading, the law's figure or the worst case has moved. */
function otherwise(old: NumberedItem, now: NumberedItem, opened: Opened): string[] {
  const names = new Set([...Object.keys(old.otherwise ?? {}), ...Object.keys(now.otherwise ?? {})]);
  const say = (item: NumberedItem, name: string) => {
    const other = item.otherwise?.[name];
    return other ? otherValue(other, opened) : "–";
  };
  return [...names]
    .filter((name) => say(old, name) !== say(now, name))
    .map((name) => `${otherName(name, opened)}${opened.voice.language === "fr" ? "\u00A0:" : ":"} ${say(old, name)} → ${say(now, name)}`);
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  phase: ["phase", "phase"],
  accepted: ["accepté", "accepted"],
  activated: ["activé", "activated"],
  term: ["période", "term"],
  ends: ["fin", "ends"],
  creditDays: ["jours de crédit", "credit days"],
  edition: ["édition", "edition"],
  due: ["échéance", "due"],
  target: ["visé", "aimed at"],
  until: ["jusqu'à", "until"],
  from: ["à partir du", "from"],
  done: ["fait", "done"],
  opened: ["depuis", "since"],
  figure: ["montant", "amount"],
  party: ["qui", "who"],
  to: ["envers", "to"],
};

function keyWords(key: string, french: boolean): string {
  return words[key]?.[french ? 0 : 1] ?? key;
}

function contractValue(standing: Standing, key: string, { voice }: Opened): string {
  const value = standing[key as keyof Standing];
  if (value === undefined) return "–";
  if (key === "phase") return phaseWords[standing.phase][voice.language];
  if (key === "term")
    return standing.term ? `${standing.term.period} (${voice.instant(standing.term.start)} → ${voice.deadline(standing.term.end)})` : "–";
  if (key === "edition") return standing.edition.engine;
  if (typeof value === "number")
    return key === "creditDays" ? String(value) : key === "ends" ? voice.deadline(value) : voice.instant(value);
  return key;
}
