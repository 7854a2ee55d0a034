import { explain } from "#kernel/engine/explain.ts";
import { factName } from "#kernel/engine/fact.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import { list } from "#kernel/terms/grammar.ts";
import type { Language } from "#kernel/words/language.ts";
import { type Names, openNames } from "#kernel/words/names.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { kindWords } from "#kernel/words/states.ts";
import { openVoice, type Voice } from "#kernel/words/voice.ts";
import { type FactSaid, sayFact } from "./fact-words.ts";
import { sayWorking, type WorkingSaid } from "./figure-words.ts";
import { markOfItem, type Mark } from "./marks.ts";
import type { OpenLife } from "./open-life.ts";

/** A clause, and what stands under it at an instant. */
export interface ClauseWords {
  id: string;
  name: string;
  kind: string;
  where: string;
  /** Which of several readings was taken, why, and who chose it. */
  reading?: { chosen: string; because?: string; chosenBy?: string };
  /** Open items first, then the latest that are over. */
  items: readonly ItemSaid[];
  /** How many more are over. */
  more: number;
}

export interface ItemSaid {
  id: string;
  /** What it is about. */
  subject: string;
  who: string;
  mark: Mark;
  dates: readonly DateSaid[];
  reason?: string;
  /** The events by which it is done or used. */
  closes: readonly string[];
}

export interface DateSaid {
  label: string;
  at: number;
  words: string;
  distance?: string;
}

export interface ItemWhy {
  id: string;
  chain: readonly { id: string; name: string; where: string }[];
  facts: readonly FactSaid[];
  working?: WorkingSaid;
}

const OVER = 6;

export function sayClause({ contract, zone }: OpenLife, { items, at }: Standing, id: string, language: Language): ClauseWords {
  const voice = openVoice(language, zone);
  const names = openNames(contract, voice);
  const clause = contract.byId.get(id);
  const mine = items.filter((item) => item.clause === id);
  const open = mine.filter(isOpen).toSorted((a, b) => edgeOf(a) - edgeOf(b));
  const over = mine.filter((item) => !isOpen(item)).toSorted((a, b) => lastOf(b) - lastOf(a));
  return {
    id,
    name: capital(names.clause(id)),
    kind: clause ? (kindWords[clause.kind]?.[language] ?? clause.kind) : "",
    where: clause ? whereWords(clause, voice, names, contract) : "",
    ...(clause?.reading !== undefined && {
      reading: {
        chosen: clause.reading,
        ...(clause.because && { because: clause.because[language] }),
        ...(clause.chosenBy && { chosenBy: clause.chosenBy[language] }),
      },
    }),
    items: [...open, ...over.slice(0, OVER)].map((item) => sayItem(item, at, clause, voice, names)),
    more: Math.max(0, over.length - OVER),
  };
}

function isOpen({ closed, type }: NumberedItem): boolean {
  return closed === undefined && type !== "refusal";
}

function edgeOf({ due, target, until, opened }: NumberedItem): number {
  return due ?? target ?? until ?? opened;
}

function lastOf({ done, closed, opened }: NumberedItem): number {
  return done ?? closed ?? opened;
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;
}

function whereWords({ document, article }: Clause, voice: Voice, names: Names, contract: OpenLife["contract"]): string {
  const title = contract.library.documents.get(document)?.source.articles.find(({ number }) => number === article)?.title[voice.language];
  return [names.document(document), `${article} ${title ?? ""}`.trim()].join(" · ");
}

function sayItem(item: NumberedItem, at: number, clause: Clause | undefined, voice: Voice, names: Names): ItemSaid {
  const act = typeof item.fields["act"] === "string" && item.type === "refusal" ? names.event(item.fields["act"]) : "";
  const about = item.subject === "contract" ? "" : item.subject;
  return {
    id: item.id,
    subject: [act, about].filter((one) => one !== "").join(" · "),
    who: [item.party, item.to].flatMap((party) => (party ? [names.party(party)] : [])).join(" → "),
    mark: markOfItem(item, at, voice),
    dates: datesOf(item, at, voice),
    ...(item.reason && { reason: reasonWords(item.reason, voice, names) }),
    closes: isOpen(item) ? closersOf(clause).map(names.event) : [],
  };
}

/** The events that a clause says it is kept or used by. */
export function closersOf(clause: Clause | undefined): string[] {
  const of = clause?.raw["kept-by"] ?? clause?.raw["used-by"] ?? clause?.raw["settled-by"];
  return of === undefined ? [] : list(of);
}

function datesOf(item: NumberedItem, now: number, voice: Voice): DateSaid[] {
  const french = voice.language === "fr";
  const ended = item.done !== undefined || item.closed !== undefined;
  const dates: DateSaid[] = [];
  function add(label: string, at: number | undefined, { deadline = false, left = false } = {}): void {
    if (at === undefined) return;
    const words = deadline ? voice.deadline(at) : voice.instant(at);
    dates.push({ label, at, words, ...(left && !ended && { distance: voice.left(now, at) }) });
  }
  add(item.type === "refusal" ? (french ? "le" : "on") : french ? "depuis" : "since", item.opened);
  add(french ? "à partir du" : "from", item.from);
  if (item.type === "amount") add(french ? "exigible" : "due", item.due);
  else add(french ? "échéance" : "due", item.due, { deadline: true, left: true });
  add(french ? "visé" : "aimed at", item.target, { deadline: true, left: true });
  add(french ? "jusqu'à" : "until", item.until, { deadline: true, left: true });
  if (item.state === "paused") add(french ? "suspendu" : "paused", item.pausedAt);
  add(french ? "fait" : "done", item.done);
  return dates;
}

/** The chain of clauses, the facts and the arithmetic behind an item. */
export function sayWhy(life: OpenLife, standing: Standing, knownAt: number, id: string, language: Language): ItemWhy | undefined {
  const { contract, references, knowledge, entries, zone } = life;
  const found = explain(contract, knowledge.facts(), references, { ...standing, knownAt }, id);
  if (!found) return undefined;
  const voice = openVoice(language, zone);
  const names = openNames(found.contract, voice);
  return {
    id,
    chain: found.chain.map((clause) => ({
      id: clause.id,
      name: names.clause(clause.id),
      where: `${names.document(clause.document)}, ${clause.article}`,
    })),
    facts: found.facts.map((fact) => sayFact(fact, voice, names, entries.get(factName(fact)))),
    ...(found.item.figure && { working: sayWorking(found.item.figure, found.contract, voice, names) }),
  };
}
