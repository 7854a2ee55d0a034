import { parseArgs } from "node:util";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { nearest } from "#kernel/terms/problem.ts";
import type { Option } from "./call.ts";

/** A command line that cannot be followed, in both languages. */
export class Misused extends Error {
  readonly words: Bilingual;
  constructor(words: Bilingual) {
    super(words.en);
    this.words = words;
  }
}

export interface Parsed {
  names: string[];
  given: Map<string, string[]>;
}

/** Reads what follows a command's name by the options it takes. Throws Misused, with the nearest option for a slip. */
export function readArguments(argv: readonly string[], options: Readonly<Record<string, Option>>): Parsed {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? ("boolean" as const) : ("string" as const), ...(short !== undefined && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const parsed: Parsed = { names: [], given: new Map() };
  for (const token of tokens) {
    if (token.kind === "positional") parsed.names.push(token.value);
    else if (token.kind === "option") {
      const option = options[token.name];
      if (!option) throw unknown(token.rawName, Object.keys(options));
      const told = valueOf(token.rawName, option, token.inlineValue === false && /^-./.test(token.value) ? undefined : token.value);
      if (parsed.given.has(token.name) && option.value !== undefined && !option.many) throw twice(token.rawName);
      parsed.given.set(token.name, [...(parsed.given.get(token.name) ?? []), told]);
    }
  }
  return parsed;
}

function valueOf(name: string, { value }: Option, told: string | undefined): string {
  if (value === undefined) {
    if (told === undefined) return "";
    throw new Misused({ fr: `${name} ne prend pas de valeur.`, en: `${name} takes no value.` });
  }
  if (told === undefined || told === "")
    throw new Misused({ fr: `${name} demande une valeur : ${name} ${value}.`, en: `${name} wants a value: ${name} ${value}.` });
  const choices = value.includes("|") ? value.split("|") : undefined;
  if (choices && !choices.includes(told))
    throw new Misused({
      fr: `${name} « ${told} » : choisir ${choices.join(", ")}.`,
      en: `${name} "${told}": choose ${choices.join(", ")}.`,
    });
  return told;
}

function unknown(name: string, known: readonly string[]): Misused {
  const near = name.length < 4 ? undefined : nearest(name.replace(/^-+/, ""), known);
  return new Misused({
    fr: `L'option ${name} n'existe pas${near === undefined ? "." : ` ; vouliez-vous --${near} ?`}`,
    en: `There is no option ${name}${near === undefined ? "." : `; did you mean --${near}?`}`,
  });
}

function twice(name: string): Misused {
  return new Misused({ fr: `${name} est donné deux fois.`, en: `${name} is given twice.` });
}
