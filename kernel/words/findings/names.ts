import type { Bilingual } from "../../terms/fact-kind.ts";

type Words = Readonly<Record<string, Bilingual>>;

/** Figures as one says them in a sentence, by the key that holds them. */
export const figureNames: Words = {
  within: { fr: "le délai", en: "the time allowed" },
  target: { fr: "la cible", en: "the target" },
  until: { fr: "la date limite", en: "the latest time" },
  after: { fr: "le temps à laisser passer", en: "the time to let pass" },
  every: { fr: "le rythme", en: "the rhythm" },
  "in-form": { fr: "la forme", en: "the form" },
  notice: { fr: "le préavis", en: "the notice" },
  times: { fr: "le nombre", en: "the number" },
  amount: { fr: "le montant", en: "the amount" },
  "at-most": { fr: "le plafond", en: "the ceiling" },
  "at-least": { fr: "le plancher", en: "the floor" },
  due: { fr: "l'échéance", en: "the due date" },
  price: { fr: "le prix", en: "the price" },
  quantity: { fr: "la quantité", en: "the quantity" },
  billed: { fr: "le moment de la facture", en: "when it is billed" },
  overuse: { fr: "le tarif du dépassement", en: "the tariff for overuse" },
  guaranteed: { fr: "la durée de garantie du prix", en: "how long the price is guaranteed" },
  starts: { fr: "le début", en: "the start" },
  initial: { fr: "la durée initiale", en: "the initial term" },
  renewal: { fr: "la durée de reconduction", en: "the length of renewals" },
  rate: { fr: "le taux", en: "the rate" },
  flat: { fr: "l'indemnité forfaitaire", en: "the flat fee" },
  "bad-minute": { fr: "le seuil d'interruption", en: "the interruption threshold" },
  days: { fr: "les jours", en: "the days" },
  open: { fr: "les heures", en: "the hours" },
  order: { fr: "l'ordre des documents", en: "the order of the documents" },
  degree: { fr: "la portée de l'engagement", en: "the degree of the duty" },
};

/** What a missing figure leads to, by kind and key, else by key, else by kind. */
export const consequences: Words = {
  "duty.within": { fr: "L'obligation n'est jamais en retard.", en: "The duty is never late." },
  "duty.until": { fr: "L'obligation ne dit pas quand elle finit.", en: "The duty does not say when it ends." },
  "duty.every": { fr: "L'obligation ne commence jamais, et ne peut pas être manquée.", en: "The duty never starts, and cannot be missed." },
  "duty.after": { fr: "Rien ne dit quand l'obligation commence.", en: "Nothing says when the duty starts." },
  "right.within": { fr: "Rien ne dit quand ce droit s'éteint.", en: "Nothing says when the right lapses." },
  "right.until": { fr: "Rien ne dit quand ce droit s'éteint.", en: "Nothing says when the right lapses." },
  "right.after": { fr: "Rien ne dit quand ce droit s'ouvre.", en: "Nothing says when the right opens." },
  "right.in-form": { fr: "Toute forme suffit.", en: "Any form will do." },
  "right.notice": { fr: "Rien ne dit quand l'acte prend effet.", en: "Nothing says when the act takes effect." },
  "limit.at-most": { fr: "L'acte ne peut pas être mesuré et reste refusé.", en: "The act cannot be measured and stays refused." },
  "limit.after": { fr: "Rien ne dit quand l'acte devient permis.", en: "Nothing says when the act becomes allowed." },
  "fee.due": { fr: "Rien ne dit quand la somme est en retard.", en: "Nothing says when the sum is late." },
  charge: { fr: "La somme reste inconnue.", en: "The amount stays unknown." },
  fee: { fr: "Le prix reste inconnu.", en: "The price stays unknown." },
  term: { fr: "La durée reste inconnue.", en: "The term stays unknown." },
  "late-payment": { fr: "L'intérêt reste inconnu.", en: "The interest stays unknown." },
  availability: { fr: "Le verdict du mois reste inconnu.", en: "The month's verdict stays unknown." },
  other: { fr: "Ce qui en dépend reste inconnu.", en: "What depends on it stays unknown." },
};

/** What the law asks a contract to settle. */
export const topicNames: Words = {
  retrieval: { fr: "la récupération des données après la fin", en: "fetching the data after the end" },
  "exit-charge": { fr: "les frais de sortie", en: "exit charges" },
  "late-interest": { fr: "l'intérêt de retard", en: "late interest" },
  "payment-term": { fr: "le délai de paiement", en: "the payment term" },
  liability: { fr: "la responsabilité", en: "liability" },
  "processor-terms": {
    fr: "le traitement de données personnelles pour le compte du client",
    en: "processing personal data on the customer's behalf",
  },
  "sub-processors": { fr: "les sous-traitants ultérieurs", en: "sub-processors" },
  "data-breach": { fr: "les violations de données", en: "data breaches" },
  "deletion-choice": { fr: "le choix du client entre restitution et effacement", en: "the customer's choice between return and erasure" },
  switching: { fr: "le changement de fournisseur", en: "switching provider" },
  "renewal-reminder": { fr: "le rappel avant reconduction", en: "the reminder before renewal" },
  jurisdiction: { fr: "la juridiction dont relève l'infrastructure", en: "the jurisdiction that the infrastructure falls under" },
  "health-hosting": { fr: "l'hébergement de données de santé", en: "hosting health data" },
};

export const degreeNames: Words = {
  means: { fr: "faire de son mieux", en: "best efforts" },
  result: { fr: "un résultat", en: "a result" },
};
