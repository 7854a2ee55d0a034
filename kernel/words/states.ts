import type { ItemState, ItemType } from "../engine/item.ts";
import type { Standing } from "../engine/standing.ts";
import type { Bilingual } from "../terms/fact-kind.ts";

type Words = Readonly<Record<string, Bilingual>>;

/** French agrees with what the state is said of: an obligation and an amount are feminine, a right is masculine. */
const states: Readonly<Record<ItemState, { fr: string; en: string; masculine?: string }>> = {
  open: { fr: "ouverte", masculine: "ouvert", en: "open" },
  paused: { fr: "suspendue", en: "paused" },
  kept: { fr: "tenue", en: "kept" },
  missed: { fr: "manquée", en: "missed" },
  excused: { fr: "excusée", en: "excused" },
  waived: { fr: "remise", en: "waived" },
  pending: { fr: "à venir", en: "pending" },
  used: { fr: "exercé", en: "used" },
  lapsed: { fr: "éteint", en: "lapsed" },
  accruing: { fr: "en cours", en: "accruing" },
  due: { fr: "due", en: "due" },
  settled: { fr: "réglée", en: "settled" },
  unknown: { fr: "inconnue", masculine: "inconnu", en: "unknown" },
  refused: { fr: "refusé", en: "refused" },
};

export function stateWords(type: ItemType, state: ItemState): Bilingual {
  const { fr, masculine, en } = states[state];
  return { fr: type === "right" ? (masculine ?? fr) : fr, en };
}

export const phaseWords: Readonly<Record<Standing["phase"], Bilingual>> = {
  "not accepted": { fr: "pas encore accepté", en: "not yet accepted" },
  running: { fr: "en cours", en: "running" },
  suspended: { fr: "suspendu", en: "suspended" },
  ended: { fr: "terminé", en: "ended" },
};

export const partyWords: Words = {
  provider: { fr: "prestataire", en: "provider" },
  distributor: { fr: "distributeur", en: "distributor" },
  customer: { fr: "client", en: "customer" },
  affiliate: { fr: "société affiliée", en: "affiliate" },
  administrator: { fr: "administrateur", en: "administrator" },
  user: { fr: "utilisateur", en: "user" },
  either: { fr: "l'une ou l'autre partie", en: "either party" },
  supervisor: { fr: "autorité de contrôle", en: "supervisory authority" },
  "third-party": { fr: "tiers", en: "third party" },
  anyone: { fr: "quiconque", en: "anyone" },
  nobody: { fr: "personne", en: "nobody" },
};

export const kindWords: Words = {
  duty: { fr: "obligation", en: "duty" },
  right: { fr: "droit", en: "right" },
  limit: { fr: "limite", en: "limit" },
  charge: { fr: "somme due", en: "charge" },
  pause: { fr: "suspension des délais", en: "pause" },
  bound: { fr: "borne de la loi", en: "bound of the law" },
  hours: { fr: "horaires", en: "hours" },
  agreement: { fr: "accord", en: "agreement" },
  statement: { fr: "énoncé", en: "statement" },
  term: { fr: "durée", en: "term" },
  fee: { fr: "prix", en: "fee" },
  "late-payment": { fr: "retard de paiement", en: "late payment" },
  availability: { fr: "disponibilité", en: "availability" },
};

export const formWords: Words = {
  writing: { fr: "écrit", en: "writing" },
  "e-mail": { fr: "courriel", en: "e-mail" },
  letter: { fr: "lettre", en: "letter" },
  "registered letter": { fr: "lettre recommandée", en: "registered letter" },
  "electronic registered letter": { fr: "recommandé électronique", en: "electronic registered letter" },
  "account closure": { fr: "clôture du compte", en: "account closure" },
};

export const seriesWords: Words = {
  "legal-interest-fr": { fr: "taux de l'intérêt légal français", en: "French legal interest rate" },
  "ecb-refinancing": { fr: "taux de refinancement de la BCE", en: "ECB refinancing rate" },
};
