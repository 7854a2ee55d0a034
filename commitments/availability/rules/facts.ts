import { factKinds } from "#kernel/terms/fact-kind.ts";

/** What happens to the availability of the service. */
export const availabilityFacts = factKinds({
  "minutes.counted": {
    fr: "minutes mesurées",
    en: "minutes counted",
    by: "provider, customer, third-party",
    fields: { from: "instant", known: "runs" },
    optional: { errors: "runs" },
  },
  "minutes.excluded": {
    fr: "minutes exclues",
    en: "minutes excluded",
    by: "provider",
    fields: { from: "instant", until: "instant", cause: "text" },
    optional: { authorised: "yes or no", evidence: "text" },
  },
  "maintenance.announced": { fr: "maintenance annoncée", en: "maintenance announced", by: "provider", optional: { starts: "instant" } },
  "maintenance.started": {
    fr: "maintenance commencée",
    en: "maintenance started",
    by: "provider",
    act: true,
    optional: { planned: "yes or no", urgent: "yes or no", danger: "yes or no" },
  },
  "maintenance.ended": { fr: "maintenance terminée", en: "maintenance ended", by: "provider" },
  "statement.requested": { fr: "relevé demandé", en: "statement requested", by: "customer, administrator", act: true },
  "statement.supplied": { fr: "relevé fourni", en: "statement supplied", by: "provider" },
  "credit.claimed": { fr: "crédit de service demandé", en: "service credit claimed", by: "customer, administrator", act: true },
  "monitoring.silent": { fr: "surveillance muette", en: "monitoring silent", by: "anyone" },
  "monitoring.back": { fr: "surveillance rétablie", en: "monitoring back", by: "anyone" },
  "control.failed": { fr: "mesure de sécurité en défaut", en: "security control failed", by: "anyone", optional: { control: "text" } },
  "integrity.anomaly": { fr: "anomalie d'intégrité détectée", en: "integrity anomaly detected", by: "anyone" },
  "integrity.users-informed": { fr: "utilisateurs informés de l'anomalie", en: "users told of the anomaly", by: "provider" },
});
