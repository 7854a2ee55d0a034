import { expect, test } from "vitest";
import { loadReferences } from "#references/load.ts";
import { openNames } from "./names.ts";
import { reasonWords } from "./reasons.ts";
import { openVoice } from "./voice.ts";

const zone = loadReferences().zones["Europe/Paris"]!;
const kinds = new Map([
  [
    "seat.assigned",
    {
      kind: "seat.assigned",
      version: 1,
      words: { fr: "accès attribué", en: "seat assigned" },
      by: [],
      sort: "act" as const,
      fields: {},
      optional: {},
    },
  ],
]);
const bare = { byId: new Map(), factKinds: kinds, library: { documents: new Map(), factKinds: kinds, kinds: new Map() } };

function said(code: string, args: Record<string, string>): string[] {
  return (["fr", "en"] as const).map((language) => {
    const voice = openVoice(language, zone);
    return reasonWords({ code, args }, voice, openNames(bare, voice)).replaceAll(/[\u00A0\u202F]/g, " ");
  });
}

test.each([
  ["needs", { event: "seat.assigned" }, "il faut d'abord : accès attribué", "this must come first: seat assigned"],
  [
    "too-late",
    { until: "2025-05-20T22:00:00.000Z" },
    "trop tard : permis jusqu'au mar. 20 mai 2025, 24:00",
    "too late: allowed until Tue 20 May 2025, 24:00",
  ],
  [
    "window-not-open",
    { from: "1747778400000" },
    "le droit ne s'ouvre que le mer. 21 mai 2025, 00:00",
    "the right opens only on Wed 21 May 2025, 00:00",
  ],
  [
    "not-allowed-to",
    { by: "user", allowed: "customer, administrator" },
    "seul peut le faire : client, administrateur ; l'acte vient de : utilisateur",
    "only these may: customer, administrator; the act came from: user",
  ],
  [
    "wrong-form",
    { form: "registered letter", got: "" },
    "la forme demandée est : lettre recommandée",
    "the form asked for is: registered letter",
  ],
  [
    "rate-unknown",
    { series: "ecb-refinancing", on: "2026-01-01" },
    "le taux de refinancement de la BCE n'est pas connu pour le 1er janv. 2026",
    "the ECB refinancing rate is not known for 1 Jan 2026",
  ],
  ["figure-blank", { figure: "within", path: "" }, "le texte laisse en blanc le délai", "the text leaves the time allowed blank"],
  ["above-most", { most: "10", would: "11" }, "le plus permis est 10, et ce serait 11", "the most allowed is 10, and this would be 11"],
])("%s", (code, args, french, english) => {
  expect(said(code, args as Record<string, string>)).toEqual([french, english]);
});

test("a code nobody wrote words for is shown, not hidden", () => {
  expect(said("new-code", { a: "1" })).toEqual(["new-code 1", "new-code 1"]);
});
