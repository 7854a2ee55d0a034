import { type Fraction, parseFraction } from "../money/fraction.ts";
import type { Contract } from "../terms/contract.ts";
import type { FactKind } from "../terms/fact-kind.ts";
import { countWords } from "./arithmetic.ts";
import { fieldWords, valueWords } from "./fields.ts";
import { kindWords, partyWords } from "./states.ts";
import { stateOfEvent } from "./events.ts";
import type { Voice } from "./voice.ts";

/** What things of one contract are called, for one reader. What has no name is said by its id. */
export interface Names {
  /** The deed of a clause, from `[[…]]`, else what its kind or its article is called, else its id. */
  clause: (id: string) => string;
  event: (name: string) => string;
  field: (name: string) => string;
  /** A word of a field: a party, a severity, a cause. */
  value: (word: string) => string;
  party: (name: string) => string;
  document: (id: string) => string;
  /** What a working counted, or a constant it took. */
  counted: (name: string) => string;
  /** `12`, `12 EUR` or an exact ratio, with the unit it is in where the text has none. */
  quantity: (text: string, unit: string) => string;
}

export function openNames(contract: Pick<Contract, "byId" | "factKinds" | "library">, voice: Voice): Names {
  const { language } = voice;
  const party = (name: string) => partyWords[name]?.[language] ?? name;
  const clause = (id: string) => clauseName(id, contract, voice);
  return {
    party,
    clause,
    event: (name) => eventName(name, contract.factKinds, clause, voice),
    field: (name) => fieldWords[name]?.[language] ?? name.replaceAll("-", " "),
    value: (word) => partyWords[word]?.[language] ?? valueWords[word]?.[language] ?? word,
    document: (id) => contract.library.documents.get(id)?.title[language] ?? id,
    counted: (name) => countWords[name]?.[language] ?? name,
    quantity(text, unit) {
      const [number = "", told = unit] = text.split(" ");
      const value: Fraction | undefined = parseFraction(number);
      return value === undefined ? text : voice.number(value, told);
    },
  };
}

function clauseName(id: string, { byId, library }: Pick<Contract, "byId" | "library">, { language }: Voice): string {
  const clause = byId.get(id);
  if (!clause) return id;
  // A price and late payment are known by their kind better than by an article that says much else.
  if (!clause.deed && (clause.kind === "fee" || clause.kind === "late-payment")) return kindWords[clause.kind]![language];
  const titles = library.documents.get(clause.document)?.source.articles.find(({ number }) => number === clause.article)?.title;
  return clause.deed?.[language] ?? (titles?.[language] || id);
}

/** A fact kind by its own words; what a clause tells by its deed and the state reached: `tell the customer: missed`. */
function eventName(name: string, kinds: ReadonlyMap<string, FactKind>, clause: (id: string) => string, { language }: Voice): string {
  const kind = kinds.get(name);
  if (kind) return kind.words[language];
  const dot = name.lastIndexOf(".");
  const state = stateOfEvent(name.slice(dot + 1), language);
  return dot < 0 || state === undefined ? name : `${clause(name.slice(0, dot))}${language === "fr" ? " :" : ":"} ${state}`;
}
