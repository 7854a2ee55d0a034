import { localInstant } from "#kernel/engine/example.ts";
import { problem, Unusable } from "#kernel/terms/problem.ts";
import { type Instant, parseInstant } from "#kernel/time/instant.ts";
import type { Zone } from "#kernel/time/zone.ts";
import { type Call, value } from "./call.ts";
import { nowhere } from "./trouble.ts";

/** `now`, an instant with its offset, or a day or a day and time by the contract's clock. Throws Unusable. */
export function readInstant(option: string, text: string, zone: Zone, now: Instant): Instant {
  const at = text === "now" ? now : (parseInstant(text) ?? localInstant(zone, text));
  if (at === undefined) throw new Unusable([problem("instant-unreadable", nowhere, { option, got: text })]);
  return at;
}

/** The instant an option names, if it is given. */
export function instantOption(call: Call, name: string, zone: Zone): Instant | undefined {
  const text = value(call, name);
  return text === undefined ? undefined : readInstant(`--${name}`, text, zone, call.now);
}

/** The instant looked at, and when what is known was known. */
export function momentOf(call: Call, zone: Zone): { at: Instant; knownAt: Instant } {
  const at = instantOption(call, "at", zone) ?? call.now;
  return { at, knownAt: instantOption(call, "known-at", zone) ?? at };
}
