import { admit } from "#kernel/engine/admit.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { type Problem, problem } from "#kernel/terms/problem.ts";
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
  return { fact: { ...fact, fields }, personal };
}

function sourceOf(raw: Readonly<Record<string, unknown>>, { kind }: Caller): string {
  const given = typeof raw["source"] === "string" && raw["source"] !== "" ? raw["source"].replaceAll(":", "-") : undefined;
  if (kind === "provider") return given ?? "desk";
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
