import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { isZero } from "#kernel/money/fraction.ts";
import { stateWords } from "#kernel/words/states.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Terminal } from "../terminal.ts";
import { header } from "./header.ts";
import { say, type Word } from "./interface-words.ts";
import { type Row, records } from "./records.ts";
import { rowOf } from "./rows.ts";
import { type Sections, sectionsOf } from "./sections.ts";
import { sumsOf } from "#kernel/engine/sums.ts";
import { table } from "./table.ts";
import { indent } from "./text.ts";
import { title } from "./title.ts";

/** Long lists show their latest; `--all` shows everything. */
const SHOWN = 8;

/** A standing for people: what is late, what is due, what one may do, what it costs, what nobody can know. */
export function showStanding(terminal: Terminal, standing: Standing, opened: Opened, all: boolean): string {
  const sections = sectionsOf(standing);
  const { language } = opened.voice;
  const part = (word: Word & keyof Sections, most = Infinity) =>
    section(terminal, word, sections[word], standing, opened, all ? Infinity : most);
  const body = [
    part("late", 20),
    part("due", 20),
    part("undated", SHOWN),
    part("paused", SHOWN),
    all ? part("watched") : "",
    part("windows", 20),
    all ? part("standingRights") + part("pending") : "",
    part("money", SHOWN),
    sums(terminal, standing, opened),
    part("unknown", SHOWN),
    part("refused", SHOWN),
    all ? part("closed") : "",
  ].join("");
  return [
    header(terminal, standing, opened),
    body === "" ? `\n${say("nothing", language)}\n` : body,
    all ? "" : tally(terminal, sections, opened),
  ].join("");
}

function section(terminal: Terminal, word: Word, items: readonly NumberedItem[], standing: Standing, opened: Opened, most: number): string {
  if (items.length === 0) return "";
  const { language } = opened.voice;
  // Of what comes in time, the first presses most; of what has happened, the latest matters most.
  const shown = word === "money" || word === "unknown" || word === "refused" ? items.slice(-most) : items.slice(0, most);
  const rows = shown.map((item): Row => rowOf(item, opened, standing.at));
  const more = items.length - shown.length;
  return [
    title(terminal, say(word, language), items.length),
    records(terminal, rows),
    more > 0
      ? terminal.paint("faint", `    … ${more} ${say("more", language)} : --all\n`.replace(" :", language === "fr" ? " :" : ":"))
      : "",
  ].join("");
}

function sums(terminal: Terminal, { items }: Standing, { voice, names }: Opened): string {
  const all = sumsOf(items);
  if (all.length === 0) return "";
  const { language } = voice;
  const words = (state: "due" | "accruing" | "settled") => stateWords("amount", state)[language];
  const rows = all.map(({ from, to, unit, due, accruing, settled, unknown }) => {
    const cell = (value: typeof due) => ({ text: unit === "" || isZero(value) ? "–" : voice.number(value, unit) });
    return [
      { text: `${names.party(from)} → ${names.party(to)}` },
      cell(due),
      cell(accruing),
      cell(settled),
      {
        text:
          unknown === 0 ? "" : `+ ${unknown} ${stateWords("amount", "unknown")[language]}${language === "fr" && unknown > 1 ? "s" : ""}`,
        ink: "soon" as const,
      },
    ];
  });
  return `\n${table(terminal, [{ title: say("sums", language), least: 16 }, { title: words("due"), align: "right" }, { title: words("accruing"), align: "right" }, { title: words("settled"), align: "right" }, { least: 10 }], rows, 2)}`;
}

/** What is not shown, in numbers. */
function tally(
  { paint, width }: Terminal,
  { watched, standingRights, pending, closed }: Sections,
  { voice: { language } }: Opened,
): string {
  const french = language === "fr";
  const states = new Map<string, number>();
  for (const { type, state } of closed) {
    const word = stateWords(type, state)[language];
    states.set(word, (states.get(word) ?? 0) + 1);
  }
  const colon = french ? "\u00A0:" : ":";
  const parts = [
    ...(watched.length > 0 ? [`${french ? "obligations surveillées" : "duties being watched"}${colon} ${watched.length}`] : []),
    ...(standingRights.length > 0
      ? [`${french ? "droits ouverts sans terme" : "rights open at any time"}${colon} ${standingRights.length}`]
      : []),
    ...(pending.length > 0 ? [`${french ? "droits à venir" : "rights to come"}${colon} ${pending.length}`] : []),
    ...(closed.length > 0
      ? [
          `${french ? "clos" : "closed"}${colon} ${[...states].map(([word, count]) => `${count}\u00A0${word}${french && count > 1 ? "s" : ""}`).join(", ")}`,
        ]
      : []),
  ];
  if (parts.length === 0) return "";
  return `\n${indent(`${parts.join(" · ")}  (--all)`, 0, width)
    .split("\n")
    .map((line) => paint("faint", line))
    .join("\n")}\n`;
}
