import { type core, z } from "zod";
import type { Language } from "#kernel/words/language.ts";
import type { Fault } from "./problem.ts";
import { badInput } from "./problems.ts";
import { isTooDeep } from "./too-deep.ts";

/** A part of a request, its schema, and what came. */
export interface Part {
  place: "params" | "query" | "body";
  schema: z.ZodType | undefined;
  value: unknown;
}

const words = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

/** Reads all parts; throws one problem with every fault of every part, said in the reader's language. */
export function readInput(parts: readonly Part[], language: Language): Record<Part["place"], unknown> {
  const faults: Fault[] = [];
  const input: Record<Part["place"], unknown> = { params: undefined, query: undefined, body: undefined };
  for (const { place, schema, value } of parts) {
    if (schema === undefined) continue;
    const read = schema.safeParse(value, { error: words[language] });
    if (read.success) input[place] = read.data;
    else faults.push(...read.error.issues.flatMap((issue) => faultsOf(issue, place)));
  }
  if (faults.length > 0) throw badInput(faults);
  return input;
}

/** An unknown key is named by its own place, not by that of the object around it. */
function faultsOf(issue: core.$ZodIssue, part: string): Fault[] {
  const place = [part, ...issue.path].reduce<string>(step, "");
  const code = issue.code.replaceAll("_", "-");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ place: step(place, key), code, detail: issue.message }));
  return [{ place, code, detail: issue.message }];
}

function step(place: string, key: PropertyKey): string {
  if (typeof key === "number") return `${place}[${key}]`;
  return place === "" ? String(key) : `${place}.${String(key)}`;
}

/** Reads JSON of a body. Throws a problem that says where it breaks. */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const value = parse(bytes);
  if (!isTooDeep(value)) return value;
  const detail = { fr: "Cent niveaux d'imbrication au plus.", en: "A hundred levels of nesting at most." };
  throw badInput([{ place: "body", code: "too-deep", detail }]);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    const where = /position \d+.*$/.exec((error as Error).message)?.[0];
    throw badInput([
      {
        place: "body",
        code: "not-json",
        detail: {
          fr: `Ce n'est pas du JSON en UTF-8${where === undefined ? "" : ` (${where})`}.`,
          en: `This is not JSON in UTF-8${where === undefined ? "" : ` (${where})`}.`,
        },
      },
    ]);
  }
}
