import { factKinds } from "#kernel/terms/fact-kind.ts";

/** What happens to customer relations and calls. The subject of a call is the person called. */
export const crmFacts = factKinds({
  "call.placed": {
    fr: "appel passé",
    en: "call placed",
    by: "user, customer",
    act: true,
    optional: { called: "one of consumer, professional", contract: "yes or no" },
  },
  "call-consent.given": { fr: "consentement au démarchage donné", en: "consent to calls given", by: "anyone" },
  "call-consent.withdrawn": { fr: "consentement au démarchage retiré", en: "consent to calls withdrawn", by: "anyone" },
  "upload.scanned": { fr: "fichier analysé", en: "upload scanned", by: "provider", optional: { infected: "yes or no" } },
  "upload.stored": { fr: "fichier enregistré", en: "upload stored", by: "anyone", act: true, optional: { clean: "yes or no" } },
});
