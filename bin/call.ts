import type { Language } from "#kernel/words/language.ts";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Terminal } from "./terminal.ts";

/** One command: how it is called, and what it does. `run` answers with the exit code. */
export interface Command {
  name: string;
  /** What it does, in one line. */
  words: Bilingual;
  /** Arguments after the name: `CONTRACT…`. */
  usage: string;
  options: Readonly<Record<string, Option>>;
  /** More for its help page: what the reader should know, one paragraph each. */
  more?: readonly Bilingual[];
  examples?: readonly string[];
  run(call: Call): Promise<number>;
}

export interface Option {
  /** Name of the value; a flag has none. */
  value?: string;
  /** May be given several times. */
  many?: true;
  short?: string;
  words: Bilingual;
}

/** A command as it was called. */
export interface Call {
  names: readonly string[];
  given: ReadonlyMap<string, readonly string[]>;
  language: Language;
  json: boolean;
  terminal: Terminal;
  /** The instant it was called at: the only clock. */
  now: number;
}

export const FINE = 0;
export const FINDINGS = 1;
export const UNUSABLE = 2;

export function flag({ given }: Call, name: string): boolean {
  return given.has(name);
}

export function value({ given }: Call, name: string): string | undefined {
  return given.get(name)?.at(-1);
}

export function values({ given }: Call, name: string): readonly string[] {
  return given.get(name) ?? [];
}
