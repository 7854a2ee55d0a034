import type { Words } from "#web/kit/words/language.tsx";
import type { Edge } from "./due.ts";

export type GroupName = "overdue" | "today" | "week" | "month" | "later";

export const groupWords: Readonly<Record<GroupName, Words>> = {
  overdue: { fr: "En retard", en: "Overdue" },
  today: { fr: "Aujourd'hui", en: "Today" },
  week: { fr: "Dans la semaine", en: "Within the week" },
  month: { fr: "Dans les trente jours", en: "Within thirty days" },
  later: { fr: "Plus tard", en: "Later" },
};

/** What comes at an edge, said before its time: `à faire dans 2 h`, `se ferme dans 3 jours`. */
const coming: Readonly<Record<string, Words>> = {
  "obligation due": { fr: "à faire", en: "to be done" },
  "obligation target": { fr: "délai visé", en: "time aimed at" },
  "obligation opens": { fr: "commence", en: "begins" },
  "right closes": { fr: "se ferme", en: "closes" },
  "right opens": { fr: "s'ouvre", en: "opens" },
  "amount due": { fr: "à payer", en: "to be paid" },
};

const late: Readonly<Record<string, Words>> = {
  obligation: { fr: "délai manqué, toujours dû", en: "missed, still owed" },
  right: { fr: "s'est fermé", en: "has closed" },
  amount: { fr: "impayé", en: "unpaid" },
};

export function comingWords({ item, what, overdue }: Pick<Edge, "item" | "what" | "overdue">): Words {
  const ahead = coming[`${item.type} ${what}`] ?? { fr: "échéance", en: "due" };
  return overdue && what !== "target" ? (late[item.type] ?? ahead) : ahead;
}

/** Whose matter it is, as a sentence ends: `dû par le prestataire`. */
export function whoWords(type: string): Words {
  if (type === "right") return { fr: "droit : {party}", en: "right: {party}" };
  if (type === "amount") return { fr: "débiteur : {party}", en: "owed by: {party}" };
  return { fr: "obligé : {party}", en: "owed by: {party}" };
}

export const typeWords: Readonly<Record<string, Words>> = {
  obligation: { fr: "Obligations", en: "Duties" },
  right: { fr: "Droits", en: "Rights" },
  amount: { fr: "Montants", en: "Amounts" },
};
