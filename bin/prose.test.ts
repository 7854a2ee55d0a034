import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { compose } from "#kernel/terms/compose.ts";
import { fieldWords, valueWords } from "#kernel/words/fields.ts";
import { languages } from "#kernel/words/language.ts";
import { proseOf } from "#kernel/words/prose.ts";
import { partyWords } from "#kernel/words/states.ts";
import { openLibrary } from "./contract/library.ts";
import { speak } from "./contract/open-contract.ts";

const library = openLibrary();

describe.each([...library.documents.keys()])("%s", (id) => {
  const contract = compose(library, { contract: id, documents: [id], parties: {}, figures: {}, readings: {}, order: {} });

  test.each(languages)("every paragraph has its figures, in %s", (language) => {
    const { voice, names } = speak(contract, { language });
    const texts = contract.clauses.flatMap((clause) => proseOf(contract, clause, voice, names));
    expect(texts.filter((text) => /\{\{|\}\}|\[\[|\]\]|undefined|\[object/.test(text))).toEqual([]);
  });
});

describe("the catalogue", () => {
  const kinds = [...factCatalogue.values()];
  const types = kinds.flatMap(({ fields, optional }) => Object.values({ ...fields, ...optional }));

  test("every field is called something in both languages", () => {
    const fields = new Set(kinds.flatMap(({ fields, optional }) => Object.keys({ ...fields, ...optional })));
    expect([...fields].filter((field) => !(field in fieldWords))).toEqual([]);
  });

  test("so is every word that a field may take", () => {
    const words = new Set(types.filter((type) => type.startsWith("one of ")).flatMap((type) => type.slice(7).split(", ")));
    expect([...words].filter((word) => !(word in valueWords) && !(word in partyWords))).toEqual([]);
  });

  test("and every party that states facts", () => {
    expect([...new Set(kinds.flatMap(({ by }) => by))].filter((party) => !(party in partyWords))).toEqual([]);
  });
});
