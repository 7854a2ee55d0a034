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
  "example-date": {
    fr: "Le calendrier n'a pas de « {got} ».",
    en: 'The calendar has no "{got}".',
    mend: {
      fr: "Écrire un jour qui existe, et une heure de 00:00 à 24:00 s'il en faut une : « 2025-03-29 10:00 ».",
      en: 'Write a day that exists, and a time from 00:00 to 24:00 where it needs one: "2025-03-29 10:00".',
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
  "example-clause": {
    fr: "L'exemple « {example} » parle de la clause « {clause} », qui n'existe pas[ ; vouliez-vous « {near} » ?].",
    en: 'The example "{example}" speaks of the clause "{clause}", which does not exist[; did you mean "{near}"?].',
    mend: {
      fr: "Corriger l'id de la clause, ou composer son document (« contract: … » en tête de l'exemple).",
      en: 'Correct the clause\'s id, or compose its document ("contract: …" at the head of the example).',
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
