import type { Clause } from "../../terms/clause.ts";
import type { Contract } from "../../terms/contract.ts";
import type { Paragraph } from "../../terms/source.ts";
import { sayFigure } from "../figures.ts";
import { type Language, languages } from "../language.ts";
import { openNames } from "../names.ts";
import { proseOf } from "../prose.ts";
import { openVoice, type Voice } from "../voice.ts";
import type { Passage } from "./passages.ts";

/** A paragraph with its figures said and its deeds still marked `[[…]]`. */
export interface Said {
  language: Language;
  text: string;
}

/** The paragraphs of a passage in a reader's language; one that the document has in the other language only, in that. */
export function sayPassage(passage: Passage, contract: Contract, voice: Voice): Said[] {
  return passage.paragraphs.flatMap((paragraph) => {
    const language = [voice.language, ...languages].find((one) => paragraph[one] !== "");
    return language === undefined ? [] : [sayParagraph(paragraph, passage, contract, openVoice(language, voice.zone))];
  });
}

const HOLE = /\{\{[^}]*\}\}/g;

function sayParagraph(paragraph: Paragraph, { clauses, dropped }: Passage, contract: Contract, voice: Voice): Said {
  // A hole asks the clauses announced by these very paragraphs. What the composition left out is shown with the figures it was written with.
  const prose = [paragraph];
  const announced = [...clauses, ...dropped.map(asWritten)].map((clause) => ({ ...clause, prose }));
  const among = { ...contract, clauses: announced };
  const names = openNames(contract, voice);
  const [text = ""] = proseOf(among, { prose } as unknown as Clause, voice, names, "marked");
  // The linter refuses a hole that nothing fills; a reader is told of a blank.
  return { language: voice.language, text: text.replaceAll(HOLE, () => sayFigure("left blank", { voice, names })) };
}

function asWritten({ kind, id, raw, home }: Passage["dropped"][number]): Clause {
  return { ...home, kind, id, raw, variants: {} };
}
