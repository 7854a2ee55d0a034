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
  "fact-not-json": {
    fr: "La ligne {line} n'est pas un objet JSON.",
    en: "Line {line} is not a JSON object.",
    mend: { fr: "Écrire un fait par ligne, en JSON.", en: "Write one fact a line, in JSON." },
  },
};
