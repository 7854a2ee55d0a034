import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Command } from "../call.ts";

interface Entry {
  words: Bilingual;
  open(): Promise<Command>;
}

/** The commands, in the order one meets them. Each file is read only when its command is called. */
export const commands: Readonly<Record<string, Entry>> = {
  demo: {
    words: {
      fr: "sert une démonstration : douze clients, deux ans de contrats",
      en: "serves a demonstration: twelve customers, two years of contracts",
    },
    open: async () => (await import("./demo.ts")).demo,
  },
  tour: {
    words: { fr: "montre une année d'un contrat, sur l'exemple", en: "shows a year of a contract's life, on the example" },
    open: async () => (await import("./tour.ts")).tour,
  },
  run: {
    words: { fr: "dit qui doit quoi à qui, pour quand, et pourquoi", en: "says who owes what to whom, by when, and why" },
    open: async () => (await import("./run.ts")).run,
  },
  explain: {
    words: { fr: "explique une ligne : texte, faits, calcul", en: "explains one line: text, facts, arithmetic" },
    open: async () => (await import("./explain.ts")).explain,
  },
  compare: {
    words: { fr: "compare deux instants, ou deux états des connaissances", en: "compares two instants, or two states of knowledge" },
    open: async () => (await import("./compare.ts")).compare,
  },
  simulate: {
    words: { fr: "montre ce qu'une suite de faits changerait", en: "shows what a series of facts would change" },
    open: async () => (await import("./simulate.ts")).simulate,
  },
  lint: {
    words: { fr: "relit des conditions comme le ferait un juriste", en: "reads terms over as a lawyer would" },
    open: async () => (await import("./lint.ts")).lint,
  },
  format: {
    words: { fr: "met des conditions en forme", en: "puts terms in their canonical form" },
    open: async () => (await import("./format.ts")).format,
  },
  facts: {
    words: { fr: "montre les sortes de faits et leurs champs", en: "shows the fact kinds and their fields" },
    open: async () => (await import("./facts.ts")).facts,
  },
  clauses: {
    words: {
      fr: "montre chaque article source et la clause qui l'exécute",
      en: "shows each source article and the clause that executes it",
    },
    open: async () => (await import("./clauses.ts")).clauses,
  },
  import: {
    words: { fr: "tire des faits d'un journal d'accès", en: "makes facts of an access log" },
    open: async () => (await import("./import.ts")).importLog,
  },
  verify: {
    words: { fr: "vérifie un dossier de preuve, hors ligne", en: "verifies a pack of evidence, offline" },
    open: async () => (await import("./verify.ts")).verify,
  },
  serve: {
    words: { fr: "sert l'installation : l'API et l'horloge", en: "serves the installation: the API and the clock" },
    open: async () => (await import("./serve.ts")).serve,
  },
  key: {
    words: { fr: "crée une clé pour l'API", en: "makes a key for the API" },
    open: async () => (await import("./key.ts")).key,
  },
  reconcile: {
    words: {
      fr: "prouve que ce qui est enregistré est ce que disent les faits",
      en: "proves that what is stored is what the facts say",
    },
    open: async () => (await import("./reconcile.ts")).reconcile,
  },
  rebuild: {
    words: { fr: "refait des faits tout ce qui s'en déduit", en: "works everything that follows from the facts out anew" },
    open: async () => (await import("./rebuild.ts")).rebuild,
  },
  doctor: {
    words: {
      fr: "dit ce qui tient dans cette installation, et ce qui n'est pas promis",
      en: "says what holds in this installation, and what is not promised",
    },
    open: async () => (await import("./doctor.ts")).doctor,
  },
};
