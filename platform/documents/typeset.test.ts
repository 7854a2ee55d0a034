import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typeset } from "./typeset.ts";

/** So that a test shows which space is which. */
const shown = (text: string) => text.replaceAll("\u202F", "_").replaceAll("\u00A0", "~");

describe("French text", () => {
  it.each([
    ["Quoi ? Rien !", "Quoi_? Rien_!"],
    ["Quoi? Rien!", "Quoi_? Rien_!"],
    ["ainsi : a ; b", "ainsi_: a_; b"],
    ["ainsi: (a): «b»: c", "ainsi_: (a)_: «_b_»_: c"],
    ["« mot » et «mot»", "«_mot_» et «_mot_»"],
    ["l'heure d'Œuvre", "l’heure d’Œuvre"],
    ["12 000 000,00 €, 5 %", "12_000_000,00_€, 5_%"],
    ["n° 12, art. 3", "n°~12, art.~3"],
    ["sous 30 jours", "sous 30~jours"],
    ["le 1er mars 2026 à 12:30", "le 1er~mars~2026 à 12:30"],
    ["fin – suite", "fin~– suite"],
    ["https://a.example/?q=1:2;3", "https://a.example/?q=1:2;3"],
    ["solde ≥ 0", "solde ≥~0"],
  ])("%s is set %s", (text, set) => expect(shown(typeset(text, "fr"))).toBe(set));
});

describe("English text", () => {
  it.each([
    ["Why? Because: 5%; the provider's own...", "Why? Because: 5%; the provider’s own…"],
    ["on 1 March 2026", "on 1~March~2026"],
    ["12 000", "12 000"],
  ])("%s is set %s", (text, set) => expect(shown(typeset(text, "en"))).toBe(set));
});

it("set again, text stays as it is, and only spaces and signs ever change", () => {
  const words = fc
    .array(fc.constantFrom("mot", "l'an", "«", "»", ":", ";", "?", "12", "000", "€", "(", ")", "–", "...", "mai", "2026"))
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(words, fc.constantFrom("fr" as const, "en" as const), (text, language) => {
      const set = typeset(text, language);
      expect(typeset(set, language)).toBe(set);
      const letters = (all: string) => all.replaceAll(/\s/g, "").replaceAll("’", "'").replaceAll("…", "...");
      expect(letters(set)).toBe(letters(text));
    }),
  );
});
