import { strengthOf, type Wanted } from "./strength.ts";
import type { Say } from "./language.tsx";

/** What is wrong with an e-mail address, if anything is that can be seen here. */
export function wrongEmail(email: string, say: Say): string | undefined {
  if (email.trim() === "") return say({ fr: "L'adresse e-mail manque.", en: "The e-mail address is missing." });
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return undefined;
  return say({ fr: "Une adresse s'écrit comme nom@entreprise.fr.", en: "An address is written like name@company.com." });
}

/** `words` where there is nothing. */
export function missing(value: string, words: string): string | undefined {
  return value.trim() === "" ? words : undefined;
}

/** What is wrong with a password to be chosen, as far as can be seen here. */
export function wrongPassword(password: string, say: Say, wanted?: Wanted): string | undefined {
  const { enough, words, values } = strengthOf(password, wanted);
  if (password === "") return say({ fr: "Il manque un mot de passe.", en: "A password is missing." });
  return enough ? undefined : say(words, values);
}
