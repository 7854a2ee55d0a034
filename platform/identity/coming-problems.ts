import { Refused } from "../http/problem.ts";

// Why somebody who was invited cannot come as they do.

/** Told to whoever holds a code that went to this address: they learn of no account but their own. */
export function signInFirst(): Refused {
  return new Refused({
    code: "sign-in-first",
    status: 409,
    title: { fr: "Connectez-vous d'abord", en: "Sign in first" },
    detail: { fr: "Cette adresse a déjà un compte ici.", en: "This address has an account here already." },
    mend: {
      fr: "Connectez-vous avec cette adresse, puis ouvrez de nouveau le lien ; votre mot de passe reste le même.",
      en: "Sign in with this address, then open the link again; your password stays as it is.",
    },
  });
}

export function someoneElse(): Refused {
  return new Refused({
    code: "someone-else",
    status: 409,
    title: { fr: "Adressé à une autre personne", en: "Meant for somebody else" },
    detail: {
      fr: "L'invitation va à une autre adresse que celle de la session.",
      en: "The invitation goes to another address than the session's.",
    },
    mend: { fr: "Déconnectez-vous, puis ouvrez de nouveau le lien.", en: "Sign out, then open the link again." },
  });
}

export function alreadyMember(): Refused {
  return new Refused({
    code: "already-a-member",
    status: 409,
    title: { fr: "Déjà membre", en: "A member already" },
    detail: { fr: "Cette personne a déjà un rôle chez ce client.", en: "This person has a role in this tenant already." },
    mend: { fr: "Mettez fin à ce rôle avant d'en donner un autre.", en: "End that role before giving another." },
  });
}

/** Nobody gives more than they have. */
export function mayNotGive(): Refused {
  return new Refused({
    code: "may-not-give",
    status: 403,
    title: { fr: "Rôle hors de portée", en: "Role out of reach" },
    detail: {
      fr: "Vous ne pouvez ni donner ce rôle chez ce client, ni y mettre fin.",
      en: "You can neither give nor end this role in this tenant.",
    },
    mend: {
      fr: "Demandez-le à qui le peut : le prestataire, ou un administrateur du client.",
      en: "Ask somebody who can: the provider, or an administrator of the tenant.",
    },
  });
}

export function lastOwner(): Refused {
  return new Refused({
    code: "last-owner",
    status: 409,
    title: { fr: "Dernier responsable", en: "Last owner" },
    detail: { fr: "L'installation n'aurait plus de responsable.", en: "The installation would have no owner any more." },
    mend: { fr: "Invitez d'abord un autre responsable.", en: "Invite another owner first." },
  });
}
