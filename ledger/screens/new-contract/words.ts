import { fieldWords, valueWords } from "#kernel/words/fields.ts";
import type { Words } from "#web/kit/words/language.tsx";

/** What the figures of clauses are called on an order form. */
const figures: Readonly<Record<string, Words>> = {
  initial: { fr: "durée initiale", en: "initial term" },
  renewal: { fr: "durée de reconduction", en: "renewal term" },
  starts: { fr: "début", en: "start" },
  price: { fr: "prix", en: "price" },
  every: { fr: "périodicité", en: "every" },
  billed: { fr: "facturation", en: "billed" },
  due: { fr: "délai de paiement", en: "time to pay" },
  quantity: { fr: "quantité", en: "quantity" },
  overuse: { fr: "prix du dépassement", en: "price above the limit" },
  guaranteed: { fr: "prix garanti pendant", en: "price held for" },
  within: { fr: "délai", en: "time allowed" },
  until: { fr: "jusqu'à", en: "until" },
  after: { fr: "à partir de", en: "from" },
  target: { fr: "objectif", en: "target" },
  notice: { fr: "préavis", en: "notice" },
  "at-most": { fr: "au plus", en: "at most" },
  "at-least": { fr: "au moins", en: "at least" },
  amount: { fr: "montant", en: "amount" },
  rate: { fr: "taux", en: "rate" },
  flat: { fr: "forfait", en: "flat sum" },
  times: { fr: "nombre de fois", en: "how many times" },
  days: { fr: "jours", en: "days" },
  open: { fr: "heures d'ouverture", en: "opening hours" },
  "in-form": { fr: "forme", en: "form" },
  "bad-minute": { fr: "minute perdue", en: "bad minute" },
};

const values: Readonly<Record<string, Words>> = {
  day: { fr: "jour", en: "day" },
  week: { fr: "semaine", en: "week" },
  month: { fr: "mois", en: "month" },
  quarter: { fr: "trimestre", en: "quarter" },
  year: { fr: "an", en: "year" },
  "in advance": { fr: "à terme à échoir", en: "in advance" },
  "in arrears": { fr: "à terme échu", en: "in arrears" },
  none: { fr: "aucune", en: "none" },
  "without delay": { fr: "sans délai", en: "without delay" },
  "on receipt": { fr: "à réception", en: "on receipt" },
  monthly: { fr: "mensuelle", en: "monthly" },
  annual: { fr: "annuelle", en: "annual" },
  quarterly: { fr: "trimestrielle", en: "quarterly" },
};

export const unitWords: Readonly<Record<string, Words>> = {
  minutes: { fr: "minutes", en: "minutes" },
  hours: { fr: "heures", en: "hours" },
  "working hours": { fr: "heures ouvrées", en: "working hours" },
  days: { fr: "jours", en: "days" },
  "working days": { fr: "jours ouvrés", en: "working days" },
  weeks: { fr: "semaines", en: "weeks" },
  months: { fr: "mois", en: "months" },
  years: { fr: "ans", en: "years" },
};

export function figureWords(figure: string): Words {
  return figures[figure] ?? fieldWords[figure] ?? said(figure);
}

export function valueSaid(value: string): Words {
  return values[value] ?? valueWords[value] ?? said(value);
}

function said(text: string): Words {
  const words = text.replaceAll("-", " ");
  return { fr: words, en: words };
}

export const qualities: Readonly<Record<string, Words>> = {
  professional: { fr: "professionnel", en: "professional" },
  "small professional": {
    fr: "petit professionnel (moins de six salariés, hors de son activité)",
    en: "small professional (under six employees, outside its trade)",
  },
  "non-professional": { fr: "non-professionnel (association, comité)", en: "non-professional (association, works council)" },
  consumer: { fr: "consommateur", en: "consumer" },
};
