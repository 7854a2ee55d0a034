import { factKinds } from "#kernel/terms/fact-kind.ts";

const buyer = "customer, administrator";

/** What happens to the customer's data: backups, restores, copies, places, return, erasure. */
export const custodyFacts = factKinds({
  "backup.completed": { fr: "sauvegarde effectuée", en: "backup completed", by: "provider", optional: { scope: "one of daily, weekly", changed: "percent", size: "number" } },
  "backup.failed": { fr: "sauvegarde en échec", en: "backup failed", by: "provider" },
  "customer.called": { fr: "client prévenu", en: "customer told", by: "provider" },
  "restore.requested": { fr: "restauration demandée", en: "restore requested", by: "customer, administrator, user", act: true, optional: { cause: "text", extent: "one of file, folders, server, database" } },
  "restore.done": { fr: "restauration faite", en: "restore done", by: "provider" },
  "restore.verified": { fr: "restauration vérifiée avec le client", en: "restore verified with the customer", by: "provider" },
  "restore-test.done": { fr: "essai de restauration fait", en: "restore test done", by: "provider", optional: { success: "yes or no" } },
  "copy.requested": { fr: "copie des données demandée", en: "copy of the data requested", by: buyer, act: true, optional: { format: "text", to: "party" } },
  "copy.delivered": { fr: "copie des données remise", en: "copy of the data delivered", by: "provider, distributor", act: true, optional: { format: "text" } },
  "copy.made": { fr: "copie des données faite", en: "copy of the data made", by: "provider", act: true, fields: { reason: "text" }, optional: { expires: "instant" } },
  "copy.destroyed": { fr: "copie détruite", en: "copy destroyed", by: "provider" },
  "access.closed": { fr: "accès fermés", en: "access closed", by: "provider" },
  "data.choice": { fr: "sort des données choisi", en: "fate of the data chosen", by: buyer, act: true, fields: { choice: "one of copy, destruction" } },
  "data.placed": { fr: "données placées", en: "data placed", by: "provider", act: true, fields: { country: "text" }, optional: { health: "yes or no", certified: "yes or no" } },
  "data.disclosed": { fr: "données communiquées", en: "data disclosed", by: "provider", act: true, fields: { ground: "one of law, authority, litigation, other" }, optional: { authority: "text", scope: "text" } },
  "data.used": { fr: "données utilisées", en: "data used", by: "provider, distributor", act: true, fields: { purpose: "text" } },
  "isolation.breached": { fr: "isolation rompue", en: "isolation breached", by: "anyone" },
  "relocation.requested": { fr: "déplacement des données proposé", en: "relocation proposed", by: "provider", optional: { country: "text" } },
  "relocation.agreed": { fr: "déplacement des données accepté", en: "relocation agreed", by: buyer },
  "relocation.notified": { fr: "déplacement des données annoncé", en: "relocation announced", by: "provider" },
  "erasure.started": { fr: "effacement engagé", en: "erasure started", by: "provider", act: true },
  "erasure.done": { fr: "effacement achevé", en: "erasure completed", by: "provider", act: true, optional: { certificate: "text" } },
  "hold.placed": { fr: "conservation demandée", en: "hold placed", by: "anyone" },
  "hold.lifted": { fr: "conservation levée", en: "hold lifted", by: "anyone" },
  "reversibility.notified": { fr: "réversibilité notifiée", en: "reversibility notified", by: buyer, act: true, fields: { choice: "one of recovery, destruction, reload" }, optional: { amount: "amount" } },
  "health-certificate.filed": { fr: "certificat d'hébergement de santé déposé", en: "health-hosting certificate filed", by: "provider", fields: { "valid-until": "instant" }, optional: { reference: "text" } },
  "health-hosting.started": { fr: "hébergement de données de santé commencé", en: "health-data hosting started", by: "provider", act: true, optional: { ordered: "yes or no" } },
});
