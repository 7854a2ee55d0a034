import type { ProblemTemplate } from "./template.ts";

/** Worked examples that cannot be read, or that do not come out as they say. */
export const exampleProblems: Readonly<Record<string, ProblemTemplate>> = {
  "example-line": {
    fr: "Cette ligne d'exemple n'est ni un fait ni une attente : « {text} ».",
    en: 'This line of the example is neither a fact nor an expectation: "{text}".',
    mend: {
      fr: "Écrire « 2025-03-29 10:00 chose.arrivee SUJET champ: valeur », ou « 2025-03-31 → clause SUJET état ».",
      en: 'Write "2025-03-29 10:00 thing.happened SUBJECT field: value", or "2025-03-31 → clause SUBJECT state".',
    },
  },
  "example-differs": {
    fr: "L'exemple « {example} » attend « {expected} », mais le contrat donne « {found} ».",
    en: 'The example "{example}" expects "{expected}", but the contract gives "{found}".',
    mend: {
      fr: "Corriger la clause, ou l'attente si la clause dit ce qu'elle doit dire.",
      en: "Mend the clause, or the expectation where the clause says what it should.",
    },
  },
  "example-threw": {
    fr: "L'exemple « {example} » ne peut pas être joué : {message}",
    en: 'The example "{example}" cannot be played: {message}',
    mend: {
      fr: "Corriger ce que dit le message, dans l'exemple ou dans la clause.",
      en: "Mend what the message tells, in the example or in the clause.",
    },
  },
};
