import type { Json } from "#kernel/engine/item.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { formatDay } from "#kernel/time/day.ts";
import { DAY, formatInstant, type Instant, MINUTE } from "#kernel/time/instant.ts";
import type { Hearing } from "./hearing.ts";
import type { Random } from "./random.ts";

export const everyone = ["provider", "distributor", "customer", "administrator", "affiliate", "user", "third-party", "supervisor"];
const forms = ["e-mail", "writing", "letter", "registered letter", "electronic registered letter"];

/** Values for a fact's fields, of the types its kind declares: mostly words that some clause tells apart. */
export function fieldsFor(random: Random, kind: FactKind, hearing: Hearing, at: Instant): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const [name, type] of Object.entries(kind.fields)) fields[name] = valueOf(random, name, type, hearing, at);
  for (const [name, type] of Object.entries(kind.optional))
    if (random.chance(hearing.words.has(name) ? 0.7 : 0.25)) fields[name] = valueOf(random, name, type, hearing, at);
  if (kind.sort === "act" && random.chance(0.6)) fields["in-form"] = random.pick(forms);
  return fields;
}

/** Who states it: mostly a party that a clause lets act, always one that the kind allows. */
export function statedBy(random: Random, { kind, by }: FactKind, hearing: Hearing): string {
  const allowed = by.includes("anyone") ? everyone : by;
  const fitting = (hearing.entitled.get(kind) ?? []).filter((party) => allowed.includes(party));
  return fitting.length > 0 && random.chance(0.75) ? random.pick(fitting) : random.pick(allowed);
}

function valueOf(random: Random, name: string, type: string, hearing: Hearing, at: Instant): Json {
  const known = hearing.words.get(name) ?? [];
  const word = () => (known.length > 0 && random.chance(0.8) ? random.pick(known) : "other");
  if (type.startsWith("one of ")) return random.pick(type.slice(7).split(", "));
  switch (type) {
    case "yes or no":
      return random.pick(["yes", "no"]);
    case "number":
      return String(random.between(1, 9));
    case "percent":
      return `${random.between(0, 120)} %`;
    case "days":
      return `${random.between(1, 30)} days`;
    case "amount":
      return amount(random);
    case "price":
      return `${random.between(1, 90)}.${random.pick(["00", "5", "1275"])} EUR`;
    case "instant":
      return formatInstant(around(random, at));
    case "date":
      return formatDay(Math.floor(around(random, at) / DAY));
    case "party":
      return random.pick(everyone);
    case "parties":
      return everyone.filter(() => random.chance(0.4));
    case "list of text":
      return known.length > 0 ? known.filter(() => random.chance(0.7)) : ["one", "two"];
    case "figures":
    case "runs":
      return type === "runs" ? [] : {};
    default:
      return word();
  }
}

export function amount(random: Random): string {
  const cents = random.chance(0.5) ? "00" : String(random.below(100)).padStart(2, "0");
  return `${random.pick([1, 12, 75, 300, 999, 1500, 24_000]) + random.below(20)}.${cents} EUR`;
}

function around(random: Random, at: Instant): Instant {
  return Math.floor((at + random.between(-40, 120) * DAY + random.below(1440) * MINUTE) / MINUTE) * MINUTE;
}

/** Minutes as a probe tells them: mostly known and good, with holes, failures and the odd lost day. */
export function countedMinutes(random: Random, from: Instant, minutes: number): Record<string, Json> {
  const known: [number, number][] = [];
  const errors: [number, number, number, number][] = [];
  const holes = random.chance(0.75) ? 0 : random.between(1, 4);
  for (let at = 0, left = holes; at < minutes; left -= 1) {
    const length = left > 0 ? Math.min(random.between(60, minutes), minutes - at) : minutes - at;
    known.push([at, length]);
    at += length + random.between(1, 40);
  }
  for (let left = random.chance(0.6) ? random.between(0, 6) : 0; left > 0; left -= 1) {
    const requests = random.between(0, 400);
    errors.push([random.below(minutes), requests, random.between(0, requests), random.between(1, random.chance(0.2) ? 400 : 12)]);
  }
  return { from: formatInstant(from), known, ...(errors.length > 0 && { errors }) };
}
