import { type Fact, factName } from "#kernel/engine/fact.ts";
import { type Json, textOf } from "#kernel/engine/item.ts";
import { fraction } from "#kernel/money/fraction.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import type { Names } from "#kernel/words/names.ts";
import { formWords } from "#kernel/words/states.ts";
import type { Voice } from "#kernel/words/voice.ts";
import type { EntryGiven } from "./protocol.ts";

/** A fact as its reader needs it. */
export interface FactSaid {
  name: string;
  words: string;
  subject: string;
  by: string;
  occurred: string;
  /** Where it was told later than it happened. */
  recorded?: string;
  fields: readonly [string, string][];
  /** Its entry in the log, as this screen computed with it. */
  entry?: EntryGiven;
}

export function sayFact(fact: Fact, voice: Voice, names: Names, entry: EntryGiven | undefined): FactSaid {
  return {
    name: factName(fact),
    words: names.event(fact.kind),
    subject: fact.subject === "contract" ? "" : fact.subject,
    by: names.party(fact.by),
    occurred: voice.instant(fact.occurred),
    ...(fact.recorded - fact.occurred > 60_000 && { recorded: voice.instant(fact.recorded) }),
    fields: Object.entries(fact.fields).map(([field, value]) => [
      names.field(field),
      (field === "in-form" && formWords[textOf(value)]?.[voice.language]) || sayValue(value, voice, names),
    ]),
    ...(entry && { entry }),
  };
}

export function sayValue(value: Json, voice: Voice, names: Names): string {
  if (Array.isArray(value))
    return value.every((one) => Array.isArray(one)) ? minutesIn(value, voice) : value.map((one) => names.value(String(one))).join(", ");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([key, one]) => `${key} = ${typeof one === "string" ? one : JSON.stringify(one)}`)
      .join(", ");
  const text = String(value);
  const at = parseInstant(text);
  if (at !== undefined) return voice.instant(at);
  return /^-?\d+(\.\d+)? [A-Z]{3}$/.test(text) ? names.quantity(text, "") : names.value(text);
}

/** Runs are `[first, length]`, or one minute each with its requests and errors. */
function minutesIn(runs: readonly (readonly Json[])[], voice: Voice): string {
  return voice.number(fraction(runs.reduce((sum, run) => sum + (run.length === 2 ? Number(run[1]) : 1), 0)), "minutes");
}
