import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { Refused } from "#platform/http/problem.ts";

/** Nobody let this person in: nothing was read, and the attempt stands in the log. `reason` is the clause's, where one refused. */
export function noGrant(clause: string | undefined, reason: Bilingual | undefined): Refused {
  return new Refused({
    code: "no-grant",
    status: 403,
    title: { fr: "Le client n'a pas ouvert cet accès", en: "The customer has not opened this access" },
    detail: {
      fr: `Rien n'a été lu ; la tentative est inscrite${reason ? ` (${reason.fr})` : ""}.`,
      en: `Nothing was read; the attempt is recorded${reason ? ` (${reason.en})` : ""}.`,
    },
    mend: {
      fr: "Demandez l'accès à l'administrateur du client, en disant sur quoi et jusqu'à quand.",
      en: "Ask the customer's administrator for access, saying to what and until when.",
    },
    ...(clause !== undefined && { clause }),
  });
}

/** A customer is at home in its own data. */
export function supportOnly(): Refused {
  return new Refused({
    code: "support-only",
    status: 403,
    title: { fr: "Réservé à l'assistance", en: "For support only" },
    detail: {
      fr: "Le client n'a pas besoin d'un accès d'assistance à ses propres données.",
      en: "A customer needs no support access to its own data.",
    },
    mend: {
      fr: "Lisez vos données par les écrans et les chemins ordinaires.",
      en: "Read your data by the ordinary screens and paths.",
    },
  });
}

/** Only the people of the customer, and keys that may state facts. */
export function customersOnly(): Refused {
  return new Refused({
    code: "customers-only",
    status: 403,
    title: { fr: "Réservé au client", en: "For the customer only" },
    detail: {
      fr: "Seul le client signale ici un accès non autorisé : ses administrateurs, ses utilisateurs, ou une clé qui peut énoncer des faits.",
      en: "Only the customer reports unauthorised access here: its administrators, its users, or a key that may state facts.",
    },
    mend: {
      fr: "Demandez au client de le signaler, ou énoncez le fait en son nom sous /facts.",
      en: "Ask the customer to report it, or state the fact on its behalf under /facts.",
    },
  });
}
