import { factKinds } from "#kernel/terms/fact-kind.ts";

/** What happens to backup as a service. */
export const backupFacts = factKinds({
  "machine.designated": { fr: "poste désigné", en: "machine designated", by: "customer, administrator", act: true },
  "machine.withdrawn": { fr: "poste retiré", en: "machine withdrawn", by: "customer, administrator" },
  "agent.installed": { fr: "agent installé", en: "agent installed", by: "provider, customer", act: true },
  "skills.handed-over": { fr: "transfert de compétences fait", en: "skills handed over", by: "provider" },
  "source.protected": { fr: "source sauvegardée", en: "source put under backup", by: "anyone", act: true, fields: { source: "text" } },
  "configuration.changed": { fr: "configuration modifiée", en: "configuration changed", by: "anyone", act: true },
  "console.used": { fr: "console utilisée", en: "console used", by: "customer, administrator", act: true, fields: { action: "text" } },
  "sizing.revised": { fr: "dimensionnement réévalué", en: "sizing re-evaluated", by: "anyone" },
  "service.closed": { fr: "services fermés pour manquement", en: "services closed for breach", by: "provider", act: true },
});
