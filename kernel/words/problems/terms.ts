import type { ProblemTemplate } from "./template.ts";

/** Terms files: their text, front matter and blocks, and what a composition of them lacks. */
export const termsProblems: Readonly<Record<string, ProblemTemplate>> = {
  "text-not-utf8": {
    fr: "Un caractère n'est pas de l'UTF-8 valide.",
    en: "A character is not valid UTF-8.",
    mend: { fr: "Retaper ce caractère et enregistrer le fichier en UTF-8.", en: "Type that character again and save the file as UTF-8." },
  },
  "front-matter-missing": {
    fr: "Le fichier ne commence pas par son en-tête.",
    en: "The file does not open with its front matter.",
    mend: {
      fr: "Commencer par « --- », les clés terms, version, rank et title, puis « --- ».",
      en: "Open with ---, the keys terms, version, rank and title, then ---.",
    },
  },
  "front-matter-open": {
    fr: "L'en-tête n'est jamais fermé.",
    en: "The front matter never closes.",
    mend: { fr: "Ajouter une ligne « --- » après sa dernière clé.", en: "Add a line --- after its last key." },
  },
  "front-matter-key": {
    fr: "L'en-tête n'a pas de clé « {key} ».",
    en: 'The front matter has no key "{key}".',
    mend: { fr: "Ajouter « {key}: … » à l'en-tête.", en: 'Add "{key}: …" to the front matter.' },
  },
  "front-matter-unknown": {
    fr: "L'en-tête n'a pas de clé « {key} »[ ; vouliez-vous « {near} » ?].",
    en: 'The front matter takes no key "{key}"[; did you mean "{near}"?].',
    mend: { fr: "Prendre l'une de {known}.", en: "Take one of {known}." },
  },
  "front-matter-value": {
    fr: "Dans l'en-tête, « {key} » ne peut pas être « {got} »[ ; vouliez-vous « {near} » ?].",
    en: 'In the front matter, "{key}" cannot be "{got}"[; did you mean "{near}"?].',
    mend: { fr: "Prendre l'un de {known}.", en: "Take one of {known}." },
  },
  "line-not-understood": {
    fr: "Cette ligne n'appartient à rien : « {text} ».",
    en: 'This line belongs to nothing: "{text}".',
    mend: {
      fr: "Commencer le paragraphe par « fr: » ou « en: », ou l'article par « ## ».",
      en: 'Open the paragraph with "fr:" or "en:", or the article with "##".',
    },
  },
  "block-open": {
    fr: "Le bloc « {block} » n'est jamais fermé.",
    en: 'The block "{block}" never closes.',
    mend: { fr: "Ajouter une ligne de trois accents graves après le bloc.", en: "Add a line of three backquotes after the block." },
  },
  "block-unknown": {
    fr: "Les blocs « {block} » n'existent pas.",
    en: 'There are no "{block}" blocks.',
    mend: { fr: "Écrire clause, fact ou example.", en: "Write clause, fact or example." },
  },
  "block-empty": {
    fr: "Ce bloc « {block} » n'a pas de clés.",
    en: 'This "{block}" block has no keys.',
    mend: { fr: "Lui donner ses clés, une par ligne, ou le retirer.", en: "Give it its keys, one a line, or remove it." },
  },
  "fact-without-kind": {
    fr: "Cette sorte de fait n'a pas de nom.",
    en: "This fact kind has no name.",
    mend: { fr: "Ajouter « kind: chose.arrivee » au bloc.", en: 'Add "kind: thing.happened" to the block.' },
  },
  yaml: {
    fr: "Le YAML n'est pas bien formé : {message}",
    en: "The YAML is not well formed: {message}",
    mend: {
      fr: "Corriger à l'endroit indiqué ; un texte qui contient « : » ou « # » se met entre guillemets.",
      en: 'Mend it at the place told; a text that holds ": " or " #" goes in quotes.',
    },
  },
  "kind-unknown": {
    fr: "« {kind} » n'est pas une sorte de clause[ ; vouliez-vous « {near} » ?].",
    en: '"{kind}" is no clause kind[; did you mean "{near}"?].',
    mend: {
      fr: "Prendre l'une des treize sortes que décrit docs/guide/writing-terms.md.",
      en: "Take one of the thirteen kinds that docs/guide/writing-terms.md describes.",
    },
  },
  "key-unknown": {
    fr: "La clause {clause} ({kind}) n'a pas de clé « {key} »[ ; vouliez-vous « {near} » ?].",
    en: 'Clause {clause} ({kind}) takes no key "{key}"[; did you mean "{near}"?].',
    mend: { fr: "Corriger la clé ou la retirer.", en: "Mend the key or remove it." },
  },
  "key-missing": {
    fr: "Il manque « {key} » à la clause {clause} ({kind}).",
    en: 'Clause {clause} ({kind}) lacks "{key}".',
    mend: { fr: "Ajouter « {key}: … » à la clause.", en: 'Add "{key}: …" to the clause.' },
  },
  "id-twice": {
    fr: "Deux clauses s'appellent {clause} ; l'autre est dans {document}, {first}.",
    en: "Two clauses are called {clause}; the other is in {document}, {first}.",
    mend: { fr: "Donner à l'une un autre id.", en: "Give one of them another id." },
  },
  "reading-unknown": {
    fr: "La clause {clause} n'a pas de lecture « {reading} »[ : elle connaît {known}][ ; vouliez-vous « {near} » ?].",
    en: 'Clause {clause} has no reading "{reading}"[: it knows {known}][; did you mean "{near}"?].',
    mend: {
      fr: "Choisir une lecture que la clause offre (alternatives), ou n'en choisir aucune.",
      en: "Choose a reading that the clause offers (alternatives), or choose none.",
    },
  },
  "reading-of-nothing": {
    fr: "La lecture « {reading} » est choisie pour « {clause} », qui n'est pas une clause du contrat[ ; vouliez-vous « {near} » ?].",
    en: 'The reading "{reading}" is chosen for "{clause}", which is no clause of the contract[; did you mean "{near}"?].',
    mend: { fr: "Corriger l'id de la clause, ou retirer la lecture.", en: "Correct the clause's id, or drop the reading." },
  },
  "document-unknown": {
    fr: "Aucun document ne s'appelle « {document} »[ ; vouliez-vous « {near} » ?].",
    en: 'No document is called "{document}"[; did you mean "{near}"?].',
    mend: {
      fr: "Donner l'id d'un document de Tenu, ou le chemin d'un fichier.",
      en: "Give the id of a document that Tenu holds, or the path of a file.",
    },
  },
  "address-unknown": {
    fr: "« {address} » n'est l'adresse d'aucun chiffre du contrat[ ; vouliez-vous « {near} » ?][. Chiffres de cette clause : {known}].",
    en: '"{address}" is the address of no figure of the contract[; did you mean "{near}"?][. Figures of that clause: {known}].',
    mend: {
      fr: "Écrire clause.chiffre, avec l'id d'une clause du contrat.",
      en: "Write clause.figure, with the id of a clause of the contract.",
    },
  },
  cycle: {
    fr: "Les conséquences des clauses tournent en rond : {trail}.",
    en: "The consequences of the clauses go round in a circle: {trail}.",
    mend: {
      fr: "Retirer un « then » ou un « otherwise » de la boucle, ou lui donner un délai.",
      en: 'Take a "then" or an "otherwise" out of the circle, or give it a delay.',
    },
  },
};
