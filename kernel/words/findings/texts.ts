import type { FindingTemplates } from "./template.ts";

/** The text as written: its languages, numbers and names, and what a lawyer saw in it. */
export const textFindings: FindingTemplates = {
  "no-language-prevails": {
    fr: "Le texte existe en deux langues et ne dit pas laquelle l'emporte.[ Elles diffèrent pourtant, ici et là{differ}.]",
    en: "The text stands in two languages and does not say which prevails.[ Yet they differ here and there{differ}.]",
    mend: { fr: "Dire quelle langue l'emporte.", en: "Say which language prevails." },
  },
  "title-in-one-language": {
    fr: "Ce titre manque {missing}.",
    en: "This title is missing {missing}.",
    mend: {
      fr: "L'écrire dans les deux langues : « ## 1 Objet | Purpose » pour un article.",
      en: 'Write it in both languages: "## 1 Objet | Purpose" for an article.',
    },
  },
  "paragraph-in-one-language": {
    fr: "Ce paragraphe manque {missing}.",
    en: "This paragraph is missing {missing}.",
    mend: { fr: "L'écrire dans les deux langues.", en: "Write it in both languages." },
  },
  "holes-differ": {
    fr: "Les deux langues ne reprennent pas les mêmes chiffres : {holes} ne figure que dans l'une.",
    en: "The two languages do not take up the same figures: {holes} stands in one of them only.",
    mend: { fr: "Reprendre les mêmes chiffres dans les deux langues.", en: "Take up the same figures in both languages." },
  },
  "deed-in-one-language": {
    fr: "L'acte « {deed} » n'a pas de nom {missing}.",
    en: 'The deed "{deed}" has no name {missing}.',
    mend: { fr: "Mettre l'acte entre doubles crochets dans les deux langues.", en: "Put the deed in double brackets in both languages." },
  },
  "lists-differ": {
    fr: "La liste compte {french} points en français et {english} en anglais.",
    en: "The list has {french} items in French and {english} in English.",
    mend: { fr: "Rétablir le point qui manque.", en: "Restore the item that is missing." },
  },
  "bare-number": {
    fr: "Un chiffre est écrit à même la phrase ({number}) : il peut contredire celui de la clause, et rien ne le calcule.",
    en: "A figure stands in the sentence itself ({number}): it may contradict the clause's own, and nothing computes with it.",
    mend: {
      fr: "Le prendre de la clause, ou l'entourer d'accents graves si c'est un nom.",
      en: "Take it from the clause, or put it in backquotes if it is a name.",
    },
  },
  "hole-empty": {
    fr: "La phrase reprend un chiffre « {hole} » qu'aucune clause ne donne.",
    en: 'The sentence takes up a figure "{hole}" that no clause gives.',
    mend: { fr: "Corriger le nom du chiffre, ou l'ajouter à la clause.", en: "Correct the figure's name, or add it to the clause." },
  },
  "article-twice": {
    fr: "Le numéro d'article {number} sert deux fois : « {first} » et « {heading} ».",
    en: 'Article number {number} is used twice: "{first}" and "{heading}".',
    mend: { fr: "Renuméroter l'un des deux.", en: "Give one of them another number." },
  },
  "name-twice": {
    fr: "Deux clauses de ce contrat s'appellent {clause} ; l'autre est dans « {otherdocument} ».",
    en: 'Two clauses of this contract are called {clause}; the other is in "{otherdocument}".',
    mend: { fr: "Donner à l'une un autre nom.", en: "Give one of them another name." },
  },
  "reading-chosen": {
    fr: "{clause} : le texte se lit de plusieurs façons. Lecture retenue : « {reading} »[ ; autre lecture : {others}].[ Pourquoi : {why}.][ Choisie par : {by}.]",
    en: '{clause}: the text can be read in more than one way. Reading chosen: "{reading}"[; other reading: {others}].[ Why: {why}.][ Chosen by: {by}.]',
    mend: { fr: "Écrire dans le contrat celle que les parties veulent.", en: "Write into the contract the one that the parties mean." },
  },
  contradiction: {
    fr: "{clause} contredit {other}[, article {otherarticle}][ de « {otherdocument} »] : les deux ne peuvent pas valoir ensemble.",
    en: '{clause} contradicts {other}[, article {otherarticle}][ of "{otherdocument}"]: both cannot hold.',
    mend: { fr: "Dire laquelle l'emporte, ou retirer l'une des deux.", en: "Say which prevails, or drop one of them." },
  },
  "contradiction/set-aside": {
    fr: "{clause} contredit {other}[ de « {otherdocument} »] ; cette dernière est écartée par {setasideby}, mais le texte des deux reste.",
    en: '{clause} contradicts {other}[ of "{otherdocument}"]; the latter is set aside by {setasideby}, yet both texts remain.',
    mend: { fr: "Retirer du document écarté ce qui ne vaut plus.", en: "Take out of the document set aside what no longer holds." },
  },
  doubt: {
    fr: "{say}",
    en: "{say}",
    mend: { fr: "{mend}", en: "{mend}" },
  },
  "no-example": {
    fr: "{clause} n'apparaît dans aucun exemple : rien ne montre qu'elle fait ce qu'elle dit.",
    en: "{clause} appears in no example: nothing shows that it does what it says.",
    mend: {
      fr: "Ajouter un exemple où elle joue, et un où elle ne joue pas.",
      en: "Add an example where it applies, and one where it does not.",
    },
  },
};
