import type { Json } from "../../engine/item.ts";

const strength = ["e-mail", "writing", "letter", "registered letter"];

/** Whether an act's form satisfies the form asked for. Anything told in writing is writing; a registered letter is also a letter. */
export function inForm(asked: string, given: Json | undefined): boolean {
  if (typeof given !== "string") return false;
  if (given === asked) return true;
  if (asked === "writing") return strength.includes(given) || given === "electronic registered letter";
  if (asked === "registered letter") return given === "electronic registered letter";
  if (asked === "e-mail") return false;
  return asked === "letter" && (given === "registered letter" || given === "electronic registered letter");
}
