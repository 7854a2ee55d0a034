import { factKinds } from "#kernel/terms/fact-kind.ts";

/** What happens to e-mail signatures. */
export const signatureFacts = factKinds({
  "mailbox.added": {
    fr: "adresse gérée ajoutée",
    en: "mailbox added",
    by: "customer, administrator",
    act: true,
    optional: { shared: "yes or no", alias: "yes or no" },
  },
  "mailbox.removed": { fr: "adresse gérée retirée", en: "mailbox removed", by: "customer, administrator" },
  "signature.published": { fr: "signature publiée", en: "signature published", by: "administrator, customer", act: true },
  "add-in.installed": { fr: "module de messagerie installé", en: "mail add-in installed", by: "customer, administrator" },
  "directory.requested": { fr: "annuaire demandé", en: "directory requested", by: "provider" },
  "directory.delivered": {
    fr: "annuaire fourni ou connecté",
    en: "directory delivered or connected",
    by: "customer, administrator",
    optional: { format: "text" },
  },
});
