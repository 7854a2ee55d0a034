import { describe, expect, test } from "vitest";
import { loadReferences } from "#references/load.ts";
import { clauseKinds } from "../kinds/all.ts";
import { compose } from "../terms/compose.ts";
import { readLibrary } from "../terms/library.ts";
import { openNames } from "./names.ts";
import { proseOf } from "./prose.ts";
import { openVoice } from "./voice.ts";

const zone = loadReferences().zones["Europe/Paris"]!;

function terms(prose: string, block: string): string {
  return [
    "---",
    "terms: trial",
    "version: 1",
    "title: { fr: Essai, en: Trial }",
    "---",
    "",
    "## 1 Un | One",
    "",
    prose,
    "",
    "```clause duty",
    "id: trial-duty",
    "party: provider",
    "when: a.happened",
    block,
    "```",
    "",
  ].join("\n");
}

/** The prose of the one clause, in French and in English, no-break spaces read as spaces. */
function said(fr: string, en: string, block: string, deeds: "plain" | "marked" = "plain"): string[] {
  const library = readLibrary([{ file: "trial.md", text: terms(`fr: ${fr}\n\nen: ${en}`, block) }], new Map(), clauseKinds);
  const contract = compose(library, { contract: "trial", documents: ["trial"], parties: {}, figures: {}, readings: {}, order: {} });
  return (["fr", "en"] as const)
    .flatMap((language) => {
      const voice = openVoice(language, zone);
      return proseOf(contract, contract.clauses[0]!, voice, openNames(contract, voice), deeds);
    })
    .map((text) => text.replaceAll(/[\u00A0\u202F]/g, " "));
}

describe("prose", () => {
  test("holes take the clause's figures, in the reader's language", () => {
    expect(said("Délai : {{within}}.", "Time: {{within}}.", "within: 10 working days")).toEqual([
      "Délai : 10 jours ouvrés.",
      "Time: 10 working days.",
    ]);
  });

  test("a deed is plain words, or keeps its marks for who sets it apart", () => {
    expect(said("Il doit [[agir]].", "It must [[act]].", "within: 1 day")).toEqual(["Il doit agir.", "It must act."]);
    expect(said("Il doit [[agir]].", "It must [[act]].", "within: 1 day", "marked")[1]).toBe("It must [[act]].");
  });

  test("what the order form gives, and what nobody gives, is said", () => {
    expect(said("Délai : {{within}}.", "Time: {{within}}.", "within: as ordered")).toEqual([
      "Délai : selon les conditions particulières.",
      "Time: as the particulars say.",
    ]);
    expect(said("Délai : {{within}}.", "Time: {{within}}.", "within: left blank")).toEqual([
      "Délai : laissé en blanc.",
      "Time: left blank.",
    ]);
  });

  test("a table is a list where it ends the sentence, and a bracket inside one", () => {
    const table = "within: { by: severity, critical: 4 hours, else: 24 hours }";
    expect(said("Délai {{within}}.", "Time {{within}}.", table)[1]).toBe("Time by severity\n- critical: 4 hours\n- otherwise: 24 hours.");
    expect(said("Délai {{within}}, sans plus.", "Time {{within}}, no more.", table)).toEqual([
      "Délai selon : gravité (critique : 4 heures ; sinon : 24 heures), sans plus.",
      "Time by severity (critical: 4 hours; otherwise: 24 hours), no more.",
    ]);
    expect(said("{{within}}", "{{within}}", table)[1]).toBe("- critical: 4 hours\n- otherwise: 24 hours");
  });

  test("ranges keep their edges and their digits", () => {
    expect(said("{{within}}", "{{within}}", "within: { by: rate, below 99.95 down to 99.90: 2 days, below 99.90: 5 days }")).toEqual([
      "- sous 99,95 jusqu'à 99,90 : 2 jours\n- sous 99,90 : 5 jours",
      "- below 99.95 down to 99.90: 2 days\n- below 99.90: 5 days",
    ]);
  });

  test("two texts that differ are both said, with the one that applies", () => {
    expect(said("Délai : {{within}}.", "Time: {{within}}.", "within: { fr: 1 day, en: 1 week }")).toEqual([
      "Délai : « 1 jour » en français, « 1 semaine » en anglais (le français s'applique).",
      'Time: "1 day" in French, "1 week" in English (the French applies).',
    ]);
  });

  test("lines broken in the file are one line; a list keeps its lines", () => {
    expect(said("Une\nphrase :\n- un ;\n- deux.\nEnsuite.", "One\nsentence:\n- one;\n- two.\nThen.", "within: 1 day")).toEqual([
      "Une phrase :\n- un ;\n- deux.\nEnsuite.",
      "One sentence:\n- one;\n- two.\nThen.",
    ]);
  });
});
