import { type Fault, Refused } from "./problem.ts";
import type { Scope } from "./scopes.ts";

// The problems that any route may answer with. A route's own stand in the route's room.

export function badInput(errors: readonly Fault[]): Refused {
  return new Refused({
    code: "bad-input",
    status: 400,
    title: { fr: "Demande mal formée", en: "Malformed request" },
    detail: {
      fr: errors.length === 1 ? "Une valeur ne convient pas." : `${errors.length} valeurs ne conviennent pas.`,
      en: errors.length === 1 ? "One value does not fit." : `${errors.length} values do not fit.`,
    },
    mend: {
      fr: "Corrigez ce que « errors » nomme ; la forme attendue est décrite dans /api/v1/openapi.json.",
      en: "Correct what `errors` names; the expected shape is described in /api/v1/openapi.json.",
    },
    errors,
  });
}

/** The same for a key or a session that is absent, malformed, unknown, expired or revoked: nobody learns which. */
export function notAuthenticated(): Refused {
  return new Refused({
    code: "not-authenticated",
    status: 401,
    title: { fr: "Connexion ou clé requise", en: "Sign-in or key required" },
    detail: { fr: "La demande ne porte ni session ni clé valable.", en: "The request carries no valid session and no valid key." },
    mend: {
      fr: "Connectez-vous, ou envoyez « Authorization: Bearer tenu_… » avec une clé en cours de validité.",
      en: "Sign in, or send `Authorization: Bearer tenu_…` with a key that is in force.",
    },
    headers: { "WWW-Authenticate": 'Bearer realm="tenu"' },
  });
}

export function missingScope(scope: Scope): Refused {
  return new Refused({
    code: "missing-scope",
    status: 403,
    title: { fr: "Droit manquant", en: "Missing scope" },
    detail: { fr: `Cette clé ou ce rôle n'a pas le droit ${scope}.`, en: `This key or role does not have the scope ${scope}.` },
    mend: { fr: `Employez une clé ou un rôle qui a le droit ${scope}.`, en: `Use a key or a role that has the scope ${scope}.` },
  });
}

/** A page of another site made a browser send this. */
export function foreignOrigin(): Refused {
  return new Refused({
    code: "foreign-origin",
    status: 403,
    title: { fr: "Venu d'un autre site", en: "Came from another site" },
    detail: { fr: "Le navigateur nomme une autre origine que la nôtre.", en: "The browser names another origin than ours." },
    mend: {
      fr: "Envoyez la demande depuis les pages de cette installation ; son adresse est celle de TENU_URL.",
      en: "Send it from the pages of this installation; its address is that of TENU_URL.",
    },
  });
}

export function tenantUnsaid(): Refused {
  return new Refused({
    code: "tenant-unsaid",
    status: 403,
    title: { fr: "Au nom de qui ?", en: "On whose behalf?" },
    detail: {
      fr: "Une session ne dit pas en qualité de membre de qui elle demande.",
      en: "A session does not say as a member of whom it asks.",
    },
    mend: {
      fr: "Envoyez « X-Tenu-Tenant » avec l'un des identifiants que donne /api/v1/me.",
      en: "Send `X-Tenu-Tenant` with one of the identifiers that /api/v1/me gives.",
    },
  });
}

/** Also for a tenant that is not there: nobody learns whether it is. */
export function notMember(): Refused {
  return new Refused({
    code: "not-a-member",
    status: 403,
    title: { fr: "Pas membre", en: "Not a member" },
    detail: { fr: "Cette personne n'est pas membre de ce client.", en: "This person is no member of that tenant." },
    mend: {
      fr: "Envoyez « X-Tenu-Tenant » avec l'un des identifiants que donne /api/v1/me, ou demandez une invitation.",
      en: "Send `X-Tenu-Tenant` with one of the identifiers that /api/v1/me gives, or ask for an invitation.",
    },
  });
}

/** Also for what exists and is out of the caller's reach: nobody learns that it exists. */
export function notFound(what?: { fr: string; en: string }): Refused {
  return new Refused({
    code: "not-found",
    status: 404,
    title: { fr: "Introuvable", en: "Not found" },
    detail: { fr: `${what?.fr ?? "Cette adresse"} n'existe pas ici.`, en: `${what?.en ?? "This address"} does not exist here.` },
    mend: {
      fr: "Vérifiez l'adresse et la clé employée ; les chemins sont dans /api/v1/openapi.json.",
      en: "Check the address and the key in use; the paths are in /api/v1/openapi.json.",
    },
  });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): Refused {
  const list = allowed.join(", ");
  return new Refused({
    code: "method-not-allowed",
    status: 405,
    title: { fr: "Méthode refusée", en: "Method not allowed" },
    detail: { fr: `Cette adresse n'accepte pas ${method}.`, en: `This address does not take ${method}.` },
    mend: { fr: `Employez ${list}.`, en: `Use ${list}.` },
    headers: { Allow: list },
  });
}

/** `most` is in bytes. */
export function tooLarge(most: number): Refused {
  return new Refused({
    code: "too-large",
    status: 413,
    title: { fr: "Demande trop volumineuse", en: "Request too large" },
    detail: { fr: `Le corps dépasse ${most} octets.`, en: `The body is longer than ${most} bytes.` },
    mend: { fr: "Envoyez-le en plusieurs demandes.", en: "Send it in several requests." },
    headers: { Connection: "close" },
  });
}

export function wrongMediaType(expected: string): Refused {
  return new Refused({
    code: "wrong-media-type",
    status: 415,
    title: { fr: "Type de contenu refusé", en: "Unsupported media type" },
    detail: { fr: `Le corps n'est pas annoncé comme ${expected}.`, en: `The body is not announced as ${expected}.` },
    mend: { fr: `Envoyez « Content-Type: ${expected} ».`, en: `Send \`Content-Type: ${expected}\`.` },
  });
}

/** `seconds` until one more request would pass; `policy` and `state` as RateLimit-Policy and RateLimit say them. */
export function tooMany(seconds: number, headers: Readonly<Record<string, string>>): Refused {
  return new Refused({
    code: "too-many-requests",
    status: 429,
    title: { fr: "Trop de demandes", en: "Too many requests" },
    detail: { fr: "Ces demandes se suivent de trop près.", en: "These requests follow each other too closely." },
    mend: { fr: `Réessayez dans ${seconds} s.`, en: `Try again in ${seconds} s.` },
    headers: { ...headers, "Retry-After": String(seconds) },
  });
}

/** Nothing of the cause: it is in the log, under the request's id. */
export function ourFault(request: string): Refused {
  return new Refused({
    code: "internal",
    status: 500,
    title: { fr: "Erreur interne", en: "Internal error" },
    detail: { fr: "Le serveur a échoué ; rien n'a été enregistré.", en: "The server failed; nothing was recorded." },
    mend: {
      fr: `Réessayez ; si cela se répète, signalez la demande ${request}.`,
      en: `Try again; if it happens again, report request ${request}.`,
    },
  });
}

/** What the schemas let through and no column holds. */
export function outOfRange(): Refused {
  const detail = { fr: "Une valeur est hors de ce qui peut être gardé.", en: "A value is beyond what can be kept." };
  return badInput([{ place: "request", code: "out-of-range", detail }]);
}

export function noRoom(): Refused {
  return new Refused({
    code: "no-room",
    status: 507,
    title: { fr: "Plus de place", en: "No room left" },
    detail: {
      fr: "Le disque de la base de données est plein ; rien n'a été enregistré.",
      en: "The database's disk is full; nothing was recorded.",
    },
    mend: {
      fr: "Prévenez le prestataire : il faut libérer de la place. Puis renvoyez la même demande.",
      en: "Tell the provider: room must be made. Then send the same request again.",
    },
    headers: { "Retry-After": "60" },
  });
}

export function unavailable(): Refused {
  return new Refused({
    code: "unavailable",
    status: 503,
    title: { fr: "Momentanément indisponible", en: "Unavailable for the moment" },
    detail: { fr: "La base de données ne répond pas.", en: "The database does not answer." },
    mend: { fr: "Réessayez dans quelques secondes.", en: "Try again in a few seconds." },
    headers: { "Retry-After": "5" },
  });
}
