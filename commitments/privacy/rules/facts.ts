import { factKinds } from "#kernel/terms/fact-kind.ts";

const buyer = "customer, administrator";

/** What happens to personal data. */
export const privacyFacts = factKinds({
  "breach.known": { fr: "violation de données connue", en: "data breach known", by: "provider" },
  "breach.notified": { fr: "violation de données notifiée au client", en: "data breach told to the customer", by: "provider", optional: { reason: "text" } },
  "breach.reported": { fr: "violation de données notifiée à l'autorité", en: "data breach reported to the authority", by: "customer" },
  "instruction.given": { fr: "instruction donnée", en: "instruction given", by: buyer, act: true },
  "instruction.doubted": { fr: "instruction signalée comme illicite", en: "instruction said to be unlawful", by: "provider" },
  "instruction.found-unlawful": { fr: "instruction jugée illicite", en: "instruction found unlawful", by: "provider" },
  "processing.started": { fr: "traitement commencé", en: "processing started", by: "provider", act: true },
  "processing.recorded": { fr: "traitement inscrit au registre", en: "processing recorded in the register", by: "provider" },
  "subject-request.received": { fr: "demande d'une personne reçue", en: "data-subject request received", by: "anyone", optional: { right: "text", on: "one of provider, customer", excessive: "yes or no" } },
  "subject-request.relayed": { fr: "demande transmise au client", en: "request relayed to the customer", by: "provider" },
  "subject-request.instructed": { fr: "suite de la demande instruite par le client", en: "customer's instruction on the request", by: buyer },
  "subject-request.executed": { fr: "demande exécutée", en: "request carried out", by: "provider", optional: { cost: "amount" } },
  "subject-request.answered": { fr: "réponse donnée à la personne", en: "person answered", by: "provider, customer" },
  "contact-data.missing": { fr: "données de contact indispensables perdues", en: "contact data needed no longer held", by: "provider" },
  "contact-data.archived": { fr: "données de contact archivées", en: "contact data archived", by: "provider", act: true },
  "subprocessor.announced": { fr: "sous-traitant ultérieur annoncé", en: "sub-processor announced", by: "provider", act: true, optional: { name: "text", part: "text", contract: "text" } },
  "subprocessor.objected": { fr: "opposition au sous-traitant ultérieur", en: "objection to the sub-processor", by: buyer, act: true },
  "subprocessor.settled": { fr: "opposition réglée", en: "objection settled", by: "anyone" },
  "subprocessor.engaged": { fr: "sous-traitant ultérieur engagé", en: "sub-processor engaged", by: "provider", act: true },
  "audit.announced": { fr: "audit annoncé", en: "audit announced", by: buyer },
  "auditor.agreed": { fr: "auditeur agréé", en: "auditor agreed", by: "anyone" , act: true},
  "audit.confidentiality-signed": { fr: "accord de confidentialité de l'audit signé", en: "audit confidentiality deed signed", by: "anyone" },
  "audit.started": { fr: "audit commencé", en: "audit started", by: "anyone", act: true, optional: { auditor: "one of independent, customer" } },
  "audit.reported": { fr: "rapport d'audit remis", en: "audit report delivered", by: "anyone", optional: { fault: "yes or no", cost: "amount" } },
  "audit.remedied": { fr: "manquement de l'audit réparé", en: "audit finding remedied", by: "provider" },
  "access.granted": { fr: "accès d'assistance accordé", en: "support access granted", by: buyer, act: true, fields: { until: "instant" }, optional: { person: "text", scope: "text" } },
  "access.revoked": { fr: "accès d'assistance retiré", en: "support access revoked", by: buyer },
  "access.used": { fr: "accès d'assistance utilisé", en: "support access used", by: "provider, distributor", act: true, optional: { what: "text" } },
  "users.informed": { fr: "utilisateurs informés du traitement", en: "users told of the processing", by: buyer },
  "impact-assessment.requested": { fr: "aide à l'analyse d'impact demandée", en: "help with impact assessment asked", by: buyer },
  "impact-assessment.helped": { fr: "aide à l'analyse d'impact donnée", en: "help with impact assessment given", by: "provider" },
});
