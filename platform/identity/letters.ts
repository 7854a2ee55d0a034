import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Letter } from "../mail/mail.ts";
import type { Person } from "./person.ts";
import { roleWords } from "./role-words.ts";
import type { Role } from "./roles.ts";

type Writing = Pick<Letter, "to" | "subject" | "text">;

/** How somebody who lost their password gets to a new one. */
export function resetLetter({ email, name, language }: Person, link: string): Writing {
  return written(email, language, {
    subject: { fr: "Choisir un nouveau mot de passe", en: "Choose a new password" },
    text: {
      fr: `Bonjour ${name},\n\nCe lien, valable une heure et une seule fois, permet de choisir un nouveau mot de passe :\n\n${link}\n\nSi vous n'avez rien demandé, ne faites rien : votre mot de passe reste le même.`,
      en: `Hello ${name},\n\nThis link, good for one hour and once only, lets you choose a new password:\n\n${link}\n\nIf you asked for nothing, do nothing: your password stays as it is.`,
    },
  });
}

/** How somebody is asked to come. */
export function invitationLetter(email: string, tenant: string, role: Role, link: string, language: Language): Writing {
  return written(email, language, {
    subject: { fr: `Invitation de ${tenant}`, en: `Invitation from ${tenant}` },
    text: {
      fr: `Bonjour,\n\nVous êtes invité à rejoindre ${tenant} comme ${roleWords[role].fr}. Ce lien, valable sept jours et une seule fois, vous y mène :\n\n${link}\n\nVous choisirez vous-même votre mot de passe. Si cette invitation ne vous dit rien, ignorez-la.`,
      en: `Hello,\n\nYou are invited to join ${tenant} as ${roleWords[role].en}. This link, good for seven days and once only, takes you there:\n\n${link}\n\nYou will choose your own password. If this invitation means nothing to you, ignore it.`,
    },
  });
}

function written(to: string, language: Language, words: { subject: Bilingual; text: Bilingual }): Writing {
  return { to: [to], subject: words.subject[language], text: `${words.text[language]}\n` };
}
