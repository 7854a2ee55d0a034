import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import * as french from "@zxcvbn-ts/language-fr";

/** Longer ones are judged by their beginning: judging takes the square of the length. */
const JUDGED = 64;

let judge: ZxcvbnFactory | undefined; // its dictionaries take half a second to lay out, and most processes never need them

/** How hard a password is to guess, from 0 to 4, by one who knows these words of its owner's. */
export function scoreOf(password: string, own: readonly string[]): number {
  judge ??= new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
  });
  return judge.check(Array.from(password).slice(0, JUDGED).join(""), [...own]).score;
}
