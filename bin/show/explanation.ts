import type { Explanation } from "#kernel/engine/explain.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Json } from "#kernel/engine/item.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import { fraction } from "#kernel/money/fraction.ts";
import { list } from "#kernel/terms/grammar.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { proseOf } from "#kernel/words/prose.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { kindWords, stateWords } from "#kernel/words/states.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Terminal } from "../terminal.ts";
import { alternatives } from "./alternatives.ts";
import { figureTree } from "./figure-tree.ts";
import { labelled } from "./labelled.ts";
import { shortId, titleOf } from "./rows.ts";
import { table } from "./table.ts";
import { indent } from "./text.ts";
import { heading, title } from "./title.ts";

/** Why one item stands: the text, how it was read, what happened, how the figure comes about. */
export function showExplanation(
  terminal: Terminal,
  { item, contract, clause, chain, facts }: Explanation,
  standing: Standing,
  opened: Opened,
): string {
  const { width } = terminal;
  const { language } = opened.voice;
  const french = language === "fr";
  const state = stateWords(item.type, item.state)[language];
  const name = `${shortId(item)} · ${titleOf(item, opened)}`;
  const parts = [
    heading(terminal, name, state, "accent"),
    ...(clause ? [clauseText(terminal, clause, { ...opened, contract })] : []),
    title(terminal, french ? "Situation" : "What stands"),
    labelled(terminal, whatStands(item, standing, opened)),
    ...(clause ? [reading(terminal, clause, opened)] : []),
    facts.length === 0 ? "" : title(terminal, french ? "Faits" : "Facts", facts.length),
    factRows(terminal, facts, opened),
    ...(item.figure ? [title(terminal, french ? "Calcul" : "Arithmetic"), figureTree(terminal, item.figure, opened)] : []),
    alternatives(terminal, item, opened),
    chain.length > 1
      ? `${title(terminal, french ? "Enchaînement" : "How one led to the other")}${indent(chain.map(({ id, document, article }) => `${id} (${opened.names.document(document)} ${article})`).join(" → "), 2, width)}\n`
      : "",
  ];
  return parts.join("");
}

/** The article as its reader knows it, figures in their places. */
function clauseText(terminal: Terminal, clause: Clause, opened: Opened): string {
  const { names, voice, contract } = opened;
  const { paint, width } = terminal;
  const article = contract.library.documents.get(clause.document)?.source.articles.find(({ number }) => number === clause.article);
  const where = [
    `${names.document(clause.document)}, ${clause.article} ${article?.title[voice.language] ?? ""}`.trim(),
    kindWords[clause.kind]?.[voice.language] ?? clause.kind,
    ...(clause.source ? list(clause.source) : []),
  ].join(" · ");
  const prose = proseOf(contract, clause, voice, names);
  return `${paint("faint", indent(where, 0, width))}\n${prose.map((paragraph) => `\n${indent(paragraph, 2, Math.min(width, 100))}\n`).join("")}`;
}

function whatStands(item: Explanation["item"], standing: Standing, { voice, names }: Opened): [string, string][] {
  const french = voice.language === "fr";
  const rows: [string, string][] = [];
  const add = (fr: string, en: string, text: string | undefined) => {
    if (text !== undefined && text !== "") rows.push([french ? fr : en, text]);
  };
  const who = [item.party, item.to].flatMap((party) => (party ? [names.party(party)] : [])).join(" → ");
  add("qui", "who", who);
  if (item.type === "refusal") add("le", "on", voice.instant(item.opened));
  else add("depuis", "since", voice.instant(item.opened));
  add("à partir du", "from", item.from === undefined ? undefined : voice.instant(item.from));
  const left = (at: number) =>
    item.done === undefined && item.state !== "settled" && item.state !== "lapsed" ? ` (${voice.left(standing.at, at)})` : "";
  add("échéance", "due", item.due === undefined || item.type === "amount" ? undefined : `${voice.deadline(item.due)}${left(item.due)}`);
  add("exigible", "due", item.due === undefined || item.type !== "amount" ? undefined : voice.instant(item.due));
  add("visé", "aimed at", item.target === undefined ? undefined : `${voice.deadline(item.target)}${left(item.target)}`);
  add("jusqu'à", "until", item.until === undefined ? undefined : `${voice.deadline(item.until)}${left(item.until)}`);
  add("fait", "done", item.done === undefined ? undefined : voice.instant(item.done));
  add("suspendu", "paused", item.pausedAt === undefined || item.state !== "paused" ? undefined : voice.instant(item.pausedAt));
  add("pauses", "paused for", item.pausedFor === undefined ? undefined : voice.span(item.pausedFor));
  add("raison", "reason", item.reason && reasonWords(item.reason, voice, names));
  return rows;
}

function reading(terminal: Terminal, clause: Clause, { voice: { language } }: Opened): string {
  if (clause.reading === undefined) return "";
  const french = language === "fr";
  const chosen =
    clause.chosenBy === undefined ? "" : french ? ` (choisi par : ${clause.chosenBy.fr})` : ` (chosen by: ${clause.chosenBy.en})`;
  const why = clause.because === undefined ? "" : ` — ${clause.because[language]}`;
  return `${title(terminal, french ? "Lecture" : "Reading")}${indent(`${french ? "«\u00A0" : '"'}${clause.reading}${french ? "\u00A0»" : '"'}${why}${chosen}`, 2, Math.min(terminal.width, 100))}\n`;
}

export function factRows(terminal: Terminal, facts: readonly Fact[], opened: Opened): string {
  if (facts.length === 0) return "";
  const { voice, names } = opened;
  const french = voice.language === "fr";
  const rows = facts.map((fact) => {
    const late = fact.recorded > fact.occurred ? `\n${french ? "su" : "known"} ${voice.instant(fact.recorded)}` : "";
    const subject = fact.subject === "contract" ? "" : ` ${fact.subject}`;
    return [
      { text: `${voice.instant(fact.occurred)}${late}` },
      { text: `${names.event(fact.kind)}${subject}${fieldsOf(fact, opened)}` },
      { text: `${names.party(fact.by)}\n${factName(fact)}`, ink: "faint" as const },
    ];
  });
  return table({ ...terminal, width: Math.min(terminal.width, 110) }, [{}, { least: 20 }, { least: 12 }], rows, 2);
}

/** The fields of a fact, said; of runs of minutes, how many minutes. */
function fieldsOf({ fields }: Fact, { names, voice }: Opened): string {
  const said = Object.entries(fields).map(
    ([field, value]) => `${names.field(field)}${voice.language === "fr" ? "\u00A0:" : ":"} ${valueWords(value, names, voice)}`,
  );
  return said.length === 0 ? "" : `\n${said.join(", ")}`;
}

/** Runs are `[first, length]`, or one minute each with its requests and errors. */
function minutesIn(runs: readonly (readonly Json[])[], voice: Opened["voice"]): string {
  const minutes = runs.reduce((sum, run) => sum + (run.length === 2 ? Number(run[1]) : 1), 0);
  return voice.number(fraction(minutes), "");
}

function valueWords(value: Json, names: Opened["names"], voice: Opened["voice"]): string {
  if (Array.isArray(value)) return value.every((one) => Array.isArray(one)) ? minutesIn(value, voice) : value.map(String).join(", ");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([key, one]) => `${key} = ${typeof one === "string" ? one : JSON.stringify(one)}`)
      .join(", ");
  const text = String(value);
  const at = parseInstant(text);
  if (at !== undefined) return voice.instant(at);
  return /^-?\d+(\.\d+)? [A-Z]{3}$/.test(text) ? names.quantity(text, "") : names.value(text);
}
