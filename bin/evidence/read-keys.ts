import { existsSync } from "node:fs";
import { type VerifierKey, verifierKeyFromText } from "#kernel/evidence/verifier-key.ts";
import { Misread } from "#kernel/terms/problem.ts";
import { evidenceWords } from "#kernel/words/evidence.ts";
import { Misused } from "../arguments.ts";
import { readText } from "../contract/read-text.ts";

/** Verifier keys of an option: one written out, or those of a file, one a line; `#` begins a remark. Throws Misused, Unusable. */
export function readKeys(told: string): VerifierKey[] {
  if (told.split("+").length > 2 && !existsSync(told)) return [readKey(told, "--key")];
  const lines = readText(told).split("\n");
  const keys = lines.flatMap((line, index) => (/^\s*(#|$)/.test(line) ? [] : [readKey(line.trim(), `${told}:${index + 1}`)]));
  if (keys.length === 0) throw new Misused({ fr: `${told} ne contient aucune clé.`, en: `${told} holds no key.` });
  return keys;
}

function readKey(text: string, place: string): VerifierKey {
  try {
    return verifierKeyFromText(text);
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    const { fr, en } = evidenceWords(error);
    throw new Misused({ fr: `${place} : ${fr}`, en: `${place}: ${en}` });
  }
}
