import type { Language } from "#kernel/words/language.ts";

/** Headings and labels of the command's answers. What the kernel says is worded in kernel/words. */
const words = {
  late: ["En retard", "Late"],
  due: ["À faire", "To do"],
  undated: ["À faire, sans échéance", "To do, no deadline"],
  paused: ["Suspendu", "Paused"],
  watched: ["Surveillé", "Being watched"],
  windows: ["Droits ouverts pour un temps", "Rights open for a while"],
  standingRights: ["Droits ouverts", "Rights open"],
  pending: ["Droits à venir", "Rights to come"],
  money: ["Argent", "Money"],
  unknown: ["Inconnu", "Unknown"],
  refused: ["Refusé", "Refused"],
  closed: ["Clos", "Closed"],
  at: ["à l'instant", "at"],
  knownAt: ["tel que connu", "as known"],
  now: ["alors", "then"],
  documents: ["documents", "documents"],
  accepted: ["accepté", "accepted"],
  activated: ["activé", "activated"],
  term: ["période", "term"],
  ends: ["fin", "ends"],
  ended: ["terminé", "ended"],
  creditDays: ["jours de crédit", "credit days"],
  law: ["loi", "law"],
  sums: ["Sommes", "Sums"],
  more: ["de plus", "more"],
  nothing: ["Rien ne presse.", "Nothing presses."],
} as const satisfies Record<string, readonly [fr: string, en: string]>;

export type Word = keyof typeof words;

export function say(word: Word, language: Language): string {
  return words[word][language === "fr" ? 0 : 1];
}
