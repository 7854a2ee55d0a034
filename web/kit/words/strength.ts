import type { Words } from "./language.tsx";

/** The shortest password there is, in characters; and the shortest for who decides for others and has no second factor. */
const LEAST = 12;
const LEAST_STRONG = 16;
/** What must be left of a password without its owner's own names. */
const LEFT = 8;

export interface Strength {
  /** 0 to 4, for the eye. */
  level: number;
  enough: boolean;
  words: Words;
  values: Readonly<Record<string, number>>;
}

/** For whom a password is. `about` holds what others know of them: name, address. */
export interface Wanted {
  strong?: boolean;
  about?: readonly string[];
}

/** How good a password is, in words. The server decides, and knows more of bad passwords. */
export function strengthOf(password: string, { strong = false, about = [] }: Wanted = {}): Strength {
  const length = Array.from(password).length;
  const least = strong ? LEAST_STRONG : LEAST;
  if (length === 0) return { ...short, level: 0, values: { least } };
  if (length < least) return { ...(least - length === 1 ? lastOne : more), level: 1, values: { n: least - length } };
  if (without(password, about).length < LEFT) return { ...ownName, level: 1, values: {} };
  if (new Set(password).size < 6) return { ...repeated, level: 1, values: {} };
  return length < LEAST_STRONG + 4 ? { ...good, level: 3, values: {} } : { ...veryGood, level: 4, values: {} };
}

function without(password: string, about: readonly string[]): string {
  const names = about.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 3);
  return names.reduce((left, name) => left.replaceAll(name, ""), password.toLowerCase()).replaceAll(/[\s\d]/g, "");
}

const short = saying(
  false,
  "Au moins {least} caractères. Quelques mots sans rapport se retiennent mieux qu'un mot compliqué.",
  "At least {least} characters. A few unrelated words are easier to remember than one complicated word.",
);
const more = saying(false, "Encore {n} caractères.", "{n} more characters.");
const lastOne = saying(false, "Encore un caractère.", "One more character.");
const ownName = saying(
  false,
  "Il est fait surtout de votre nom ou de votre adresse : c'est ce qu'on essaie d'abord.",
  "It is made mostly of your name or your address: that is what anyone tries first.",
);
const repeated = saying(false, "Trop de répétitions : il se devine vite.", "Too much repetition: it is soon guessed.");
const good = saying(true, "Longueur suffisante.", "Long enough.");
const veryGood = saying(true, "Longueur très confortable.", "Comfortably long.");

function saying(enough: boolean, fr: string, en: string) {
  return { enough, words: { fr, en } };
}
