import type { Words } from "#web/kit/words/language.tsx";

/** What a webhook may be told of, in the order in which a contract lives through it. */
export const events = [
  "contract.accepted",
  "contract.suspended",
  "contract.resumed",
  "contract.ended",
  "obligation.opened",
  "obligation.kept",
  "obligation.missed",
  "right.opened",
  "right.used",
  "right.lapsed",
  "amount.due",
  "amount.settled",
  "act.refused",
  "standing.restated",
] as const;

export type EventName = (typeof events)[number];

const words: Readonly<Record<string, Words>> = {
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
};

export function eventWords(event: string): Words {
  return words[event] ?? { fr: event, en: event };
}
