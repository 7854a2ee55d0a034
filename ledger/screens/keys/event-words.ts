import type { Words } from "#web/kit/words/language.tsx";

const words = {
  "*": { fr: "Tout, y compris ce qui viendra", en: "Everything, what is to come included" },
  "contract.accepted": { fr: "Contrat accepté", en: "Contract accepted" },
  "contract.suspended": { fr: "Contrat suspendu", en: "Contract suspended" },
  "contract.resumed": { fr: "Contrat repris", en: "Contract resumed" },
  "contract.ended": { fr: "Contrat terminé", en: "Contract ended" },
  "obligation.opened": { fr: "Obligation née", en: "Obligation opened" },
  "obligation.kept": { fr: "Obligation tenue", en: "Obligation kept" },
  "obligation.missed": { fr: "Obligation manquée", en: "Obligation missed" },
  "right.opened": { fr: "Droit ouvert", en: "Right opened" },
  "right.used": { fr: "Droit exercé", en: "Right used" },
  "right.lapsed": { fr: "Droit éteint", en: "Right lapsed" },
  "amount.due": { fr: "Montant dû", en: "Amount due" },
  "amount.settled": { fr: "Montant réglé", en: "Amount settled" },
  "act.refused": { fr: "Acte refusé", en: "Act refused" },
  "standing.restated": { fr: "Situation rectifiée", en: "Standing restated" },
} as const satisfies Record<string, Words>;

export type EventName = Exclude<keyof typeof words, "*">;

/** What a webhook may be told of, in the order in which a contract lives through it; the client's types hold it to the server's list. */
export const events = Object.keys(words).filter((event): event is EventName => event !== "*");

export function eventWords(event: string): Words {
  return (words as Readonly<Record<string, Words>>)[event] ?? { fr: event, en: event };
}
