import { factKinds } from "#kernel/terms/fact-kind.ts";

const desk = "provider, distributor";
const buyer = "customer, administrator";

/** What happens to money: invoices, payments, prices, disputes. */
export const moneyFacts = factKinds({
  "invoice.issued": {
    fr: "facture émise",
    en: "invoice issued",
    by: desk,
    act: true,
    fields: { amount: "amount" },
    optional: { due: "instant", lines: "list of text", mentions: "list of text" },
  },
  "invoice.received": { fr: "facture reçue", en: "invoice received", by: "anyone", optional: { amount: "amount", due: "instant" } },
  "payment.received": {
    fr: "paiement reçu",
    en: "payment received",
    by: desk,
    fields: { amount: "amount" },
    optional: { invoice: "text" },
  },
  "invoice.disputed": { fr: "facture contestée", en: "invoice disputed", by: buyer, act: true, optional: { reason: "text" } },
  "invoice.credited": { fr: "avoir émis", en: "credit note issued", by: desk, fields: { amount: "amount" } },
  "recovery-cost.incurred": {
    fr: "frais de recouvrement engagés",
    en: "recovery cost incurred",
    by: desk,
    fields: { amount: "amount" },
    optional: { reasonable: "yes or no" },
  },
  "refund.paid": { fr: "remboursement versé", en: "refund paid", by: desk, fields: { amount: "amount" } },
  "restoration-cost.incurred": { fr: "frais de rétablissement", en: "reconnection cost", by: desk, fields: { amount: "amount" } },
  "price.announced": {
    fr: "nouveau tarif communiqué",
    en: "new price communicated",
    by: desk,
    act: true,
    fields: { price: "price" },
    optional: { effective: "instant" },
  },
  "price.refused": { fr: "nouveau tarif refusé", en: "new price refused", by: buyer, act: true },
  "price.in-force": { fr: "tarif en vigueur", en: "tariff in force", by: desk, fields: { price: "price" } },
});
