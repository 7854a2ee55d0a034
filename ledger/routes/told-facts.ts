import { admit, everyFact } from "#kernel/engine/admit.ts";
import { isChange } from "#kernel/engine/effective.ts";
import { textOf } from "#kernel/engine/item.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { type Place, type Problem, problem } from "#kernel/terms/problem.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import type { Told } from "../facts/told.ts";
import type { PersonalText } from "../personal/seal.ts";

/** Parties that a key of a customer may speak for; a distributor speaks for itself, the provider records for anybody. */
const customerSide = ["customer", "administrator", "affiliate", "user"];

export type Checked = { fact: Told; personal: Readonly<Record<string, PersonalText>> } | { problems: readonly Problem[] };

/**
 * Checks a stated fact against its kind, and against who states it. The source says who: a customer's facts stand under
 * `customer`, a distributor's under `distributor`, so that nobody takes another's identifiers.
 */
export function checkFact(
  raw: Readonly<Record<string, unknown>>,
  contract: Contract,
  caller: Caller,
  now: Instant,
  place: string,
  line = 0,
): Checked {
  const at = { file: place, line, column: 1 };
  if (raw["recorded"] !== undefined)
    return { problems: [problem("fact-recorded-given", at, { fact: typeof raw["id"] === "string" ? raw["id"] : "?" })] };
  const broken = brokenText(raw);
  if (broken !== undefined) return { problems: [problem("fact-text-broken", at, { field: broken })] };
  const by = raw["by"] ?? defaultParty(raw, contract, caller);
  const { personal = {}, ...rest } = raw as { personal?: Readonly<Record<string, PersonalText>>; fields?: object };
  const texts = Object.fromEntries(Object.entries(personal).map(([field, { text }]) => [field, text]));
  const stated = {
    ...rest,
    fields: { ...rest.fields, ...texts },
    ...(by !== undefined && { by }),
    source: sourceOf(raw, caller),
    occurred: raw["occurred"] ?? formatInstant(now),
    recorded: formatInstant(now),
  };
  const admitted = admit(stated, contract.factKinds, at);
  if ("problems" in admitted) return { problems: admitted.problems };
  const { recorded: _, ...fact } = admitted.fact;
  // What the kind's own rules have seen leaves the fact: the log says it by commitments only.
  const fields = Object.fromEntries(Object.entries(fact.fields).filter(([field]) => !(field in personal)));
  if (!maySpeakFor(caller, fact.by))
    return { problems: [problem("fact-not-entitled", at, { fact: fact.id, kind: fact.kind, by: fact.by, allowed: caller.kind })] };
  const objections = [...changeObjections(fact, caller, at), ...personalObjections(fact, Object.keys(personal), contract, at)];
  return objections.length > 0 ? { problems: objections } : { fact: { ...fact, fields }, personal };
}

const LONGEST_SUBJECT = 200;

/** Whoever is not the provider corrects and withdraws its own facts only, told already or not. */
function changeObjections(fact: Told, caller: Caller, at: Place): Problem[] {
  if (!isChange({ ...fact, recorded: 0 })) return [];
  const target = textOf(fact.fields["target"]);
  const source = target.slice(0, target.indexOf(":"));
  const own = caller.kind === "provider" || source === caller.kind || source.startsWith(`${caller.kind}-`);
  const long = textOf(fact.fields["subject"]).length > LONGEST_SUBJECT;
  return [
    ...(own ? [] : [problem("fact-not-yours", at, { fact: fact.id, target })]),
    ...(long ? [problem("fact-field-misread", at, { fact: fact.id, field: "subject", type: "text", got: `${LONGEST_SUBJECT} +` })] : []),
  ];
}

/** Only what a fact may do without can be kept apart as text about a person: what a clause or the engine needs stays in the log. */
function personalObjections(fact: Told, fields: readonly string[], contract: Contract, at: Place): Problem[] {
  const kind = contract.factKinds.get(fact.kind);
  const free = { ...kind?.optional, ...everyFact };
  return fields.filter((field) => free[field] !== "text").map((field) => problem("fact-not-personal", at, { fact: fact.id, field }));
}

/** The first field whose text is half of a character: it could never be written in a log. */
function brokenText(value: unknown, path = ""): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const broken = key.isWellFormed() ? brokenText(one, path === "" ? key : `${path}.${key}`) : path;
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** Sources that are not the provider's to tell from. */
const others = /^(customer|distributor|tenu)(-|$)/;

function sourceOf(raw: Readonly<Record<string, unknown>>, { kind }: Caller): string {
  const given = typeof raw["source"] === "string" && raw["source"] !== "" ? raw["source"].replaceAll(":", "-") : undefined;
  if (kind === "provider") return given === undefined ? "desk" : others.test(given) ? `desk-${given}` : given;
  return given === undefined ? kind : `${kind}-${given}`;
}

/** The party a caller speaks as where it does not say: the first that the kind allows and the caller may be. */
function defaultParty(raw: Readonly<Record<string, unknown>>, contract: Contract, { kind }: Caller): string | undefined {
  const allowed = contract.factKinds.get(String(raw["kind"]).split("@")[0]!)?.by ?? [];
  if (kind === "provider") return allowed.includes("provider") || allowed.includes("anyone") ? "provider" : undefined;
  const mine = kind === "customer" ? customerSide : ["distributor"];
  return mine.find((party) => allowed.includes(party)) ?? kind;
}

function maySpeakFor({ kind }: Caller, party: string): boolean {
  return kind === "provider" || (kind === "customer" ? customerSide.includes(party) : party === "distributor");
}
