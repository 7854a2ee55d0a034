import type { FindingTemplates } from "./template.ts";

const slip = { fr: "Corriger le nom, ou ajouter ce qui le fait arriver.", en: "Correct the name, or add what brings it about." };
const attach = {
  fr: "Joindre « {document} » au contrat, ou retirer la clause.",
  en: 'Attach "{document}" to the contract, or drop the clause.',
};

/** What can never happen, happens too late, or leads nowhere. */
export const eventFindings: FindingTemplates = {
  "never-triggered": {
    fr: "{clause} ne peut jamais jouer : rien, dans ce contrat, ne produit « {events} »[ ; vouliez-vous « {near} » ?].",
    en: '{clause} can never apply: nothing in this contract brings about "{events}"[; did you mean "{near}"?].',
    mend: slip,
  },
  "never-triggered/elsewhere": {
    fr: "{clause} ne peut jamais jouer : ce qui la déclenche ({events}) vient de « {document} », qui n'est pas joint.",
    en: '{clause} can never apply: what triggers it ({events}) comes from "{document}", which is not attached.',
    mend: attach,
  },
  "event-unknown": {
    fr: "{clause} attend « {events} » ({key}), que rien ne peut produire[ ; vouliez-vous « {near} » ?].",
    en: '{clause} waits for "{events}" ({key}), which nothing can bring about[; did you mean "{near}"?].',
    mend: slip,
  },
  "event-unknown/elsewhere": {
    fr: "{clause} attend « {events} » ({key}), qui vient de « {document} » : ce document n'est pas joint.",
    en: '{clause} waits for "{events}" ({key}), which comes from "{document}": that document is not attached.',
    mend: attach,
  },
  "fact-unheard": {
    fr: "Le fait « {words} » ({fact}) est déclaré, mais aucune clause ne l'écoute : le dire ne change rien.",
    en: 'The fact "{words}" ({fact}) is declared, but no clause hears it: stating it changes nothing.',
    mend: { fr: "Le retirer, ou écrire la clause qui l'attend.", en: "Drop it, or write the clause that waits for it." },
  },
  "clause-unknown": {
    fr: "{clause} nomme une clause « {name} » ({key}) qui n'existe pas[ ; vouliez-vous « {near} » ?].",
    en: '{clause} names a clause "{name}" ({key}) that does not exist[; did you mean "{near}"?].',
    mend: { fr: "Corriger le nom.", en: "Correct the name." },
  },
  "clause-unknown/elsewhere": {
    fr: "{clause} nomme une clause « {name} » ({key}) de « {document} », qui n'est pas joint.",
    en: '{clause} names a clause "{name}" ({key}) of "{document}", which is not attached.',
    mend: attach,
  },
  "party-unknown": {
    fr: "{clause} nomme « {name} » ({key}), qui n'est pas une partie[ ; vouliez-vous « {near} » ?].",
    en: '{clause} names "{name}" ({key}), which is no party[; did you mean "{near}"?].',
    mend: {
      fr: "Prendre l'une de {known}, ou nommer la partie dans l'accord (parties).",
      en: "Take one of {known}, or name the party in the agreement (parties).",
    },
  },
  "party-unknown/stated": {
    fr: "Le fait {fact} se dit par « {name} » ({key}), qui n'est pas une partie[ ; vouliez-vous « {near} » ?].",
    en: 'The fact {fact} is stated by "{name}" ({key}), which is no party[; did you mean "{near}"?].',
    mend: {
      fr: "Prendre l'une de {known}, ou nommer la partie dans l'accord (parties).",
      en: "Take one of {known}, or name the party in the agreement (parties).",
    },
  },
  "form-unknown": {
    fr: "{clause} demande la forme « {form} » ({key}), qui n'est pas une forme connue[ ; vouliez-vous « {near} » ?].",
    en: '{clause} asks for the form "{form}" ({key}), which is no known form[; did you mean "{near}"?].',
    mend: { fr: "Prendre l'une de {known}.", en: "Take one of {known}." },
  },
  "field-unknown": {
    fr: "{clause} pose une condition sur « {field} », que le fait ({facts}) ne porte pas : elle n'est jamais remplie[ ; vouliez-vous « {near} » ?].",
    en: '{clause} sets a condition on "{field}", which the fact ({facts}) does not carry: it never holds[; did you mean "{near}"?].',
    mend: { fr: "Corriger le champ, ou l'ajouter au fait.", en: "Correct the field, or add it to the fact." },
  },
  "value-unknown": {
    fr: "{clause} attend pour « {field} » une valeur impossible ({values}) : le fait admet {allowed}.",
    en: '{clause} expects for "{field}" a value that cannot be ({values}): the fact allows {allowed}.',
    mend: { fr: "Prendre l'une des valeurs admises.", en: "Take one of the values allowed." },
  },
  "window-shut": {
    fr: "{clause} : le temps pour agir ({until}) se ferme avant de s'ouvrir[ ({after})], par exemple pour une période qui commence le {sample}.",
    en: "{clause}: the time to act ({until}) closes before it opens[ ({after})], for instance in a period that starts on {sample}.",
    mend: { fr: "Allonger la période, ou rapprocher la limite de sa fin.", en: "Lengthen the period, or move the limit nearer its end." },
  },
  "answer-may-be-too-late": {
    fr: "{clause} : rien n'oblige la réponse à venir avant que s'éteigne le droit qu'elle sert, {right}[ ; ainsi pour une ouverture le {sample}].",
    en: "{clause}: nothing makes the answer come before the right it serves lapses, {right}[; so for an opening on {sample}].",
    mend: {
      fr: "Dater la réponse, ou faire courir le droit depuis sa réception.",
      en: "Give the answer a time, or let the right run from its receipt.",
    },
  },
  "extension-never-arrives": {
    fr: "{clause} ajoute des jours à la fin du contrat ; renouvelé par périodes de {renewal}, le contrat la voit reculer sans cesse et les jours n'arrivent jamais.",
    en: "{clause} adds days at the end of the contract; renewed for {renewal} at a time, the contract sees its end keep moving away and the days never arrive.",
    mend: { fr: "Imputer les jours sur la période suivante.", en: "Set the days against the next period." },
  },
  "effects-in-a-circle": {
    fr: "{clause} : les effets tournent en rond au même instant ({trail}).",
    en: "{clause}: the effects go round in a circle within one instant ({trail}).",
    mend: {
      fr: "Couper le cercle : donner un délai à l'un des effets, ou en retirer un.",
      en: "Break the circle: give one of the effects a time, or drop one.",
    },
  },
  "duty-without-consequence": {
    fr: "{clause} promet un résultat, mais y manquer n'entraîne rien.",
    en: "{clause} promises a result, but missing it leads to nothing.",
    mend: {
      fr: "Dire ce qu'un manquement ouvre : un crédit, une sortie, une pénalité.",
      en: "Say what a failure opens: a credit, an exit, a penalty.",
    },
  },
};
