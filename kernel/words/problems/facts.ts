import type { ProblemTemplate } from "./template.ts";

/** Statements that cannot be taken as facts. */
export const factProblems: Readonly<Record<string, ProblemTemplate>> = {
  "fact-line-not-utf8": {
    fr: "Cette ligne n'est pas de l'UTF-8 valide.",
    en: "This line is not valid UTF-8.",
    mend: {
      fr: "Retaper le caractère à cet endroit et enregistrer le fichier en UTF-8.",
      en: "Type the character at this place again and save the file as UTF-8.",
    },
  },
  "fact-line-malformed": {
    fr: "JSON mal formé : le signe {got} n'a pas sa place ici.",
    en: "Malformed JSON: the sign {got} does not belong here.",
    mend: { fr: "Corriger à cette colonne ; un fait par ligne.", en: "Mend it at this column; one fact a line." },
  },
  "fact-line-cut": {
    fr: "JSON mal formé : la ligne s'arrête trop tôt.",
    en: "Malformed JSON: the line ends too early.",
    mend: { fr: "Compléter la ligne ; un fait par ligne.", en: "Complete the line; one fact a line." },
  },
  "fact-not-a-record": {
    fr: "Cette ligne n'est pas un objet JSON.",
    en: "This line is not a JSON object.",
    mend: { fr: 'Écrire { "id": …, "kind": …, "occurred": … }.', en: 'Write { "id": …, "kind": …, "occurred": … }.' },
  },
  "fact-field-missing": {
    fr: "Il manque « {field} » au fait {fact}[ ({kind})].",
    en: 'Fact {fact}[ ({kind})] lacks "{field}".',
    mend: {
      fr: "Ajouter « {field} ».[ « tenu facts {kind} » montre ses champs.]",
      en: 'Add "{field}".[ "tenu facts {kind}" shows its fields.]',
    },
  },
  "fact-kind-unknown": {
    fr: "La sorte de fait « {kind} » n'existe pas[ ; vouliez-vous « {near} » ?].",
    en: 'There is no fact kind "{kind}"[; did you mean "{near}"?].',
    mend: {
      fr: "Prendre une sorte que montre « tenu facts », ou la déclarer dans les conditions.",
      en: 'Take a kind that "tenu facts" shows, or declare it in the terms.',
    },
  },
  "fact-version-unknown": {
    fr: "Le fait {fact} est de la version {kind}, mais on connaît {known}.",
    en: "Fact {fact} is of version {kind}, but {known} is known.",
    mend: { fr: "Écrire {known}, avec les champs de cette version.", en: "Write {known}, with the fields of that version." },
  },
  "fact-beyond-calendar": {
    fr: "Le fait {fact} arrive le {occurred}, hors du calendrier connu.",
    en: "Fact {fact} occurred at {occurred}, beyond the calendar known.",
    mend: { fr: "Corriger « occurred », ou étendre les références.", en: 'Mend "occurred", or widen the references.' },
  },
  "fact-not-entitled": {
    fr: "{by} ne peut pas déclarer {kind} (fait {fact}) ; le peuvent : {allowed}.",
    en: "{by} may not state {kind} (fact {fact}); these may: {allowed}.",
    mend: { fr: "Corriger « by ».", en: 'Mend "by".' },
  },
  "fact-field-unknown": {
    fr: "{kind} n'a pas de champ « {field} » (fait {fact})[ ; vouliez-vous « {near} » ?].",
    en: '{kind} has no field "{field}" (fact {fact})[; did you mean "{near}"?].',
    mend: { fr: "Corriger le champ ou le retirer.", en: "Mend the field or remove it." },
  },
  "fact-field-misread": {
    fr: "Le champ « {field} » du fait {fact} doit être du type « {type} », mais on y lit {got}.",
    en: 'Field "{field}" of fact {fact} must be of type "{type}", but reads {got}.',
    mend: {
      fr: "Écrire une valeur de ce type, sommes et taux entre guillemets.",
      en: "Write a value of that type, amounts and rates in quotes.",
    },
  },
  "fact-instant-misread": {
    fr: "« {field} » du fait {fact} n'est pas un instant : {got}.",
    en: '"{field}" of fact {fact} is not an instant: {got}.',
    mend: {
      fr: "Écrire « 2025-03-29T10:00:00+01:00 » : la date, l'heure et le décalage.",
      en: 'Write "2025-03-29T10:00:00+01:00": date, time and offset.',
    },
  },
  contradiction: {
    fr: "Le fait {fact} est déclaré deux fois avec un contenu différent[ ; la première fois : {first}].",
    en: "Fact {fact} is stated twice with other content[; the first time: {first}].",
    mend: {
      fr: "En garder un, et dire le changement par un fact.corrected ou un fact.withdrawn.",
      en: "Keep one, and tell the change by a fact.corrected or a fact.withdrawn.",
    },
  },
};
