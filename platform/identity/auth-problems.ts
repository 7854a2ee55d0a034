import { type Fault, Refused } from "../http/problem.ts";

/** One answer for an unknown account, a wrong password, a missing and a wrong code. */
export function notSignedIn(): Refused {
  return new Refused({
    code: "not-signed-in",
    status: 401,
    title: { fr: "Connexion refusée", en: "Sign-in refused" },
    detail: {
      fr: "L'adresse, le mot de passe ou le code ne conviennent pas.",
      en: "The address, the password or the code does not fit.",
    },
    mend: {
      fr: "Vérifiez les trois ; le code est requis dès qu'un second facteur est en place. Un mot de passe oublié se remplace par courriel.",
      en: "Check all three; the code is required once there is a second factor. A forgotten password is replaced by mail.",
    },
  });
}

/** A password or a code that should have confirmed an act of somebody signed in. */
export function notConfirmed(): Refused {
  return new Refused({
    code: "not-confirmed",
    status: 403,
    title: { fr: "Non confirmé", en: "Not confirmed" },
    detail: { fr: "Le mot de passe ou le code ne convient pas.", en: "The password or the code does not fit." },
    mend: {
      fr: "Vérifiez-le ; un code ne sert qu'une fois, attendez le suivant.",
      en: "Check it; a code works once only, wait for the next one.",
    },
  });
}

/** `errors` say what, each in both languages. */
export function weakPassword(errors: readonly Fault[]): Refused {
  return new Refused({
    code: "weak-password",
    status: 422,
    title: { fr: "Mot de passe trop faible", en: "Password too weak" },
    detail: { fr: "Ce mot de passe ne convient pas.", en: "This password will not do." },
    mend: {
      fr: "Prenez plusieurs mots sans rapport entre eux : 12 caractères, 16 pour qui décide pour d'autres.",
      en: "Take several words that have nothing to do with each other: 12 characters, 16 for those who decide for others.",
    },
    errors,
  });
}

/** A role that asks for more than this person's password and factors give. */
export function strongerSignIn(): Refused {
  return new Refused({
    code: "stronger-sign-in",
    status: 422,
    title: { fr: "Connexion trop faible pour ce rôle", en: "Sign-in too weak for this role" },
    detail: {
      fr: "Ce rôle demande un second facteur, ou un mot de passe de 16 caractères.",
      en: "This role asks for a second factor, or for a password of 16 characters.",
    },
    mend: {
      fr: "Mettez en place un second facteur, ou changez de mot de passe, puis recommencez.",
      en: "Set up a second factor, or change your password, then try again.",
    },
  });
}

/** The same for a link that is unknown, used, withdrawn or too old. */
export function linkUnusable(): Refused {
  return new Refused({
    code: "link-unusable",
    status: 422,
    title: { fr: "Lien inutilisable", en: "Link cannot be used" },
    detail: { fr: "Ce lien est inconnu, déjà employé, retiré ou trop ancien.", en: "This link is unknown, used, withdrawn or too old." },
    mend: { fr: "Demandez-en un nouveau.", en: "Ask for a new one." },
  });
}

/** What better-auth refused for any other reason. */
export function refusedHere(): Refused {
  return new Refused({
    code: "not-possible",
    status: 409,
    title: { fr: "Impossible en l'état", en: "Not possible as things stand" },
    detail: { fr: "Cela ne va pas avec ce qui est en place.", en: "This does not go with what is in place." },
    mend: { fr: "Rechargez la page et recommencez depuis le début.", en: "Load the page again and begin anew." },
  });
}
