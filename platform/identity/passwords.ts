import type { Fault } from "../http/problem.ts";
import { scoreOf } from "./guessing.ts";

// What a password must be (ANSSI, authentification multifacteur et mots de passe): long, and not easily guessed. No rule of composition, no
// expiry: those make people choose worse.

/** Characters, as people count them. */
const SHORTEST = 12;
const SHORTEST_STRONG = 16;
const LONGEST = 256;
/** Of zxcvbn's 0 to 4: 3 withstands an offline attack on a slow hash for a while. */
const GOOD_ENOUGH = 3;
/** What must be left of a password once its owner's own names are taken out of it. */
const LEFT = 8;

/** Whose password it is to be. */
export interface Owner {
  email: string;
  name: string;
  /** Whether it must have 16 characters: who decides for others, without a second factor. */
  strong: boolean;
}

/** What is wrong with a password, for its owner; nothing where it will do. `place` is where it was sent. */
export function passwordFaults(password: string, owner: Owner, place = "body.password"): Fault[] {
  const length = Array.from(password).length;
  const least = owner.strong ? SHORTEST_STRONG : SHORTEST;
  if (length < least)
    return [
      {
        place,
        code: "password-too-short",
        detail: {
          fr: `Le mot de passe a ${length} caractères ; il en faut au moins ${least}. Plusieurs mots font l'affaire.`,
          en: `The password has ${length} characters; at least ${least} are needed. Several words will do.`,
        },
      },
    ];
  if (length > LONGEST)
    return [
      {
        place,
        code: "password-too-long",
        detail: {
          fr: `Le mot de passe a ${length} caractères ; ${LONGEST} au plus.`,
          en: `The password has ${length} characters; ${LONGEST} at most.`,
        },
      },
    ];
  const own = wordsOf(owner);
  if (withoutOwn(password, own).length < LEFT)
    return [
      {
        place,
        code: "password-is-own-name",
        detail: {
          fr: "Le mot de passe est fait surtout de votre nom ou de votre adresse.",
          en: "The password is made mostly of your name or your address.",
        },
      },
    ];
  if (scoreOf(password, own) >= GOOD_ENOUGH) return [];
  return [
    {
      place,
      code: "password-guessable",
      detail: {
        fr: "Ce mot de passe se devine trop vite : mots courants, suites ou répétitions. Ajoutez des mots sans rapport entre eux.",
        en: "This password is guessed too quickly: common words, sequences or repetitions. Add words that have nothing to do with each other.",
      },
    },
  ];
}

/** Whether a password has the length that is asked of those who decide for others. */
export function isLong(password: string): boolean {
  return Array.from(password).length >= SHORTEST_STRONG;
}

/** The words that an owner is known by, in small letters, the longest first. */
function wordsOf({ email, name }: Owner): string[] {
  const parts = [email, ...email.split(/[@.\-_+]/), name, ...name.split(/[\s\-']/)];
  return [...new Set(parts.map((part) => part.toLowerCase()))]
    .filter((part) => part.length >= 3)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function withoutOwn(password: string, own: readonly string[]): string {
  return own.reduce((left, word) => left.replaceAll(word, ""), password.toLowerCase()).replaceAll(/[\s\d]/g, "");
}
