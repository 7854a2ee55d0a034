import type { ProblemTemplate } from "./template.ts";

/** What the ledger cannot take: a version taken, a text not read, a time that is not the teller's to give. */
export const ledgerProblems: Readonly<Record<string, ProblemTemplate>> = {
  "version-taken": {
    fr: "La bibliothèque a déjà {document} en version {version}, avec un autre texte.",
    en: "The library already has {document} in version {version}, with another text.",
    mend: { fr: "Donner une nouvelle version au texte modifié.", en: "Give the changed text a new version." },
  },
  "document-not-read": {
    fr: "L'empreinte de {document} manque ({digest}).",
    en: "The digest of {document} is missing ({digest}).",
    mend: {
      fr: "Lire ce document aussi, puis accepter avec toutes les empreintes.",
      en: "Read that document too, then accept with all digests.",
    },
  },
  "document-not-of-contract": {
    fr: "Aucun document du contrat n'a l'empreinte {digest}.",
    en: "No document of the contract has the digest {digest}.",
    mend: { fr: "Relire le contrat : son texte n'est pas celui-là.", en: "Read the contract again: its text is another." },
  },
  "fact-recorded-given": {
    fr: "Le fait {fact} dit quand il a été enregistré.",
    en: "Fact {fact} says when it was recorded.",
    mend: { fr: "Retirer « recorded » : l'enregistrement donne cet instant.", en: 'Leave "recorded" out: recording gives that instant.' },
  },
  "fact-not-yours": {
    fr: "Le fait {fact} change {target}, qu'un autre a énoncé.",
    en: "Fact {fact} changes {target}, which somebody else stated.",
    mend: {
      fr: "Demander à qui l'a énoncé de le corriger, ou au prestataire.",
      en: "Ask whoever stated it to correct it, or the provider.",
    },
  },
  "fact-not-personal": {
    fr: "Le champ {field} du fait {fact} ne peut pas être gardé à part.",
    en: "Field {field} of fact {fact} cannot be kept apart.",
    mend: {
      fr: "Garder à part un champ de texte facultatif seulement, comme « note ».",
      en: "Keep apart an optional text field only, such as `note`.",
    },
  },
  "fact-text-broken": {
    fr: "Le champ {field} contient la moitié d'un caractère.",
    en: "Field {field} holds half of a character.",
    mend: { fr: "Retaper ce texte en UTF-8.", en: "Type that text again, in UTF-8." },
  },
  "fact-misshapen": {
    fr: "Le champ {field} ne convient pas : {got}.",
    en: "Field {field} does not fit: {got}.",
    mend: { fr: "Voir StatedFact dans /api/v1/openapi.json.", en: "See StatedFact in /api/v1/openapi.json." },
  },
  "fact-not-json": {
    fr: "La ligne {line} n'est pas un objet JSON.",
    en: "Line {line} is not a JSON object.",
    mend: { fr: "Écrire un fait par ligne, en JSON.", en: "Write one fact a line, in JSON." },
  },
};
