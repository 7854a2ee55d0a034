import type { Option } from "./call.ts";

/** Options that every command takes. */
export const everyOption: Readonly<Record<string, Option>> = {
  json: { words: { fr: "répondre en JSON (docs/guide/json.md)", en: "answer in JSON (docs/guide/json.md)" } },
  lang: { value: "fr|en", words: { fr: "langue de la réponse ; sinon celle du système", en: "language of the answer; else the system's" } },
  "no-color": { words: { fr: "sans couleur (NO_COLOR fait de même)", en: "without colour (so does NO_COLOR)" } },
  help: { short: "h", words: { fr: "cette aide", en: "this help" } },
};

/** How a contract is composed. */
export const contractOptions: Readonly<Record<string, Option>> = {
  particulars: { value: "FILE", words: { fr: "conditions particulières, en YAML", en: "particulars, in YAML" } },
};

/** What happened, and when one looks at it. */
export const lifeOptions: Readonly<Record<string, Option>> = {
  ...contractOptions,
  facts: {
    value: "FILE",
    many: true,
    words: {
      fr: "faits, un objet JSON par ligne ; « - » lit l'entrée standard",
      en: 'facts, one JSON object a line; "-" reads the standard input',
    },
  },
  at: { value: "INSTANT", words: { fr: "l'instant regardé ; maintenant par défaut", en: "the instant looked at; now by default" } },
  "known-at": {
    value: "INSTANT",
    words: { fr: "tel que connu à cet instant ; par défaut celui regardé", en: "as known at this instant; by default the one looked at" },
  },
  "keep-going": { words: { fr: "sortir avec 0 malgré des lignes refusées", en: "exit with 0 in spite of refused lines" } },
};
