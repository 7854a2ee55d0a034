import { factKinds } from "#kernel/terms/fact-kind.ts";

const desk = "provider, distributor";
const severity = "one of critical, urgent, important, minor, other";

/** What happens to incidents and requests for support. */
export const incidentFacts = factKinds({
  "incident.received": {
    fr: "incident reçu",
    en: "incident received",
    by: "anyone",
    optional: { severity, address: "text", browser: "text" },
  },
  "incident.qualified": {
    fr: "incident qualifié",
    en: "incident qualified",
    by: desk,
    fields: { severity },
    optional: { reason: "text", departure: "yes or no", "documentation-version": "text" },
  },
  "incident.acknowledged": { fr: "incident pris en compte", en: "incident acknowledged", by: desk },
  "incident.diagnosed": { fr: "incident diagnostiqué", en: "incident diagnosed", by: desk },
  "incident.representative-named": {
    fr: "représentant technique mis à disposition",
    en: "technical representative made available",
    by: "provider",
  },
  "incident.corrected": { fr: "incident corrigé", en: "incident corrected", by: desk },
  "incident.declined": {
    fr: "correction refusée ou différée",
    en: "correction declined or put off",
    by: "provider",
    act: true,
    optional: { reason: "text" },
  },
  "incident.outside-control": {
    fr: "cause hors du contrôle du prestataire",
    en: "cause outside the provider's control",
    by: "provider",
    fields: { cause: "text" },
  },
  "incident.advice-given": { fr: "suggestion technique donnée", en: "technical advice given", by: "provider" },
  "incident.excluded": {
    fr: "incident exclu de la maintenance",
    en: "incident excluded from maintenance",
    by: "provider",
    fields: { cause: "text" },
  },
  "incident.not-reproduced": { fr: "incident non reproduit", en: "incident not reproduced", by: "provider" },
  "incident.reproduced": { fr: "incident reproduit", en: "incident reproduced", by: "provider" },
  "information.requested": { fr: "renseignement demandé au client", en: "information asked of the customer", by: desk },
  "information.given": { fr: "renseignement donné", en: "information given", by: "customer, administrator, user" },
  "support.requested": {
    fr: "demande d'assistance",
    en: "support requested",
    by: "anyone",
    act: true,
    optional: { channel: "text", address: "text" },
  },
  "support.answered": { fr: "assistance donnée", en: "support answered", by: desk },
  "support.escalated": { fr: "demande transmise au prestataire", en: "request passed to the provider", by: "distributor" },
});
