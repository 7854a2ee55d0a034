import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { isRecord } from "#kernel/terms/source.ts";
import type { Duration } from "#kernel/time/duration.ts";

/** What a contract hears, and what tends to follow what: enough to invent lives in which duties are kept and rights used. */
export interface Hearing {
  /** Fact kinds that some clause hears or decides on. */
  kinds: readonly FactKind[];
  /** After a fact of a kind (or a `month`, or something about the `whole` contract): acts about the same subject. */
  follow: ReadonlyMap<string, readonly Follower[]>;
  /** Words that conditions and tables tell apart, by field. */
  words: ReadonlyMap<string, readonly string[]>;
  /** Parties that rights and limits give an act to. */
  entitled: ReadonlyMap<string, readonly string[]>;
  /** Acts that may end the contract, kept rare so that lives last. */
  fatal: ReadonlySet<string>;
}

export interface Follower {
  kind: string;
  /** The times that the clauses between the two count. */
  within: readonly Duration[];
  /** The right the act uses: its name, its party, the form it asks for. */
  right?: { id: string; party: string; form?: string };
}

type Loose = Clause & Readonly<Record<string, unknown>>;

const ownFacts = [
  "obligation.waived",
  "service.activated",
  "service.suspended",
  "service.resumed",
  "invoice.issued",
  "invoice.received",
  "payment.received",
  "invoice.credited",
];

export function hearingOf(contract: Contract): Hearing {
  const names = new Set([...contract.listeners.keys(), ...contract.limits.keys(), ...contract.rights.keys(), ...ownFacts]);
  const kinds = [...names]
    .flatMap((name) => contract.factKinds.get(name) ?? [])
    .filter(({ kind }) => kind !== "contract.accepted" && kind !== "contract.amended")
    .filter(({ kind }) => !kind.startsWith("announcement.")); // the ledger tells those by itself
  const follow = new Map<string, Follower[]>();
  const words = new Map<string, Set<string>>();
  const entitled = new Map<string, Set<string>>();
  const fatal = new Set(["account.closed", "business.ceased"]);
  for (const clause of contract.clauses as readonly Loose[]) {
    collectWords(clause, words);
    const durations = durationsOf(clause);
    const answers = [
      ...list(clause["keptBy"]),
      ...list(clause["usedBy"]),
      ...list(clause["excusedBy"]),
      ...list(clause["revisedBy"]),
      ...list(clause["closedBy"]),
      ...list(clause["until"]),
      ...(clause.kind === "limit" ? list(clause["act"]) : []),
    ];
    const triggers = [
      ...list(clause["when"]),
      ...list(clause["brokenBy"]),
      ...list(clause["needs"]),
      ...list(clause["since"]),
      ...list(clause["from"]),
      ...(clause["every"] === undefined ? [] : ["contract.accepted"]),
    ];
    for (const root of new Set(triggers.flatMap((event) => rootsOf(contract, event)))) {
      for (const kind of answers) {
        if (!contract.factKinds.has(kind)) continue;
        const known = follow.get(root) ?? [];
        follow.set(root, [
          ...known,
          { kind, within: durations, ...(clause.kind === "right" && list(clause["usedBy"]).includes(kind) && { right: rightOf(clause) }) },
        ]);
      }
    }
    if (clause.kind === "right") for (const act of list(clause["usedBy"])) if (clause.party !== undefined) put(entitled, act, clause.party);
    if (clause.kind === "limit") for (const act of list(clause["act"])) for (const party of list(clause["by"])) put(entitled, act, party);
    if (/"do":"end"/.test(JSON.stringify([clause["then"], clause["otherwise"]])))
      for (const act of [...list(clause["usedBy"]), ...list(clause["when"])]) if (contract.factKinds.has(act)) fatal.add(act);
  }
  return {
    kinds,
    follow,
    words: new Map([...words].map(([field, all]) => [field, [...all]])),
    entitled: new Map([...entitled].map(([act, all]) => [act, [...all]])),
    fatal,
  };
}

function rightOf(clause: Loose): NonNullable<Follower["right"]> {
  const form = clause.inForm?.is === "value" ? clause.inForm.value : undefined;
  return {
    id: clause.id,
    party: clause.party === undefined || clause.party === "either" ? "customer" : clause.party,
    ...(form !== undefined && { form }),
  };
}

/** The facts from which an event can spring, as far as names tell. */
function rootsOf(contract: Contract, event: string, seen: ReadonlySet<string> = new Set()): string[] {
  if (contract.factKinds.has(event)) return [event];
  if (seen.has(event)) return [];
  if (event === "invoice.overdue" || event === "invoice.settled" || event === "invoice.paid-in-part") return ["invoice.issued"];
  if (event.startsWith("contract.") || event.startsWith("period.")) return ["whole"];
  const clause = contract.byId.get(event.slice(0, event.lastIndexOf("."))) as Loose | undefined;
  if (clause?.kind === "availability") return ["month"];
  const deeper = new Set([...seen, event]);
  if (clause)
    return [...list(clause["when"]), ...list(clause["brokenBy"]), ...list(clause["act"])].flatMap((cause) =>
      rootsOf(contract, cause, deeper),
    );
  const tellers = contract.clauses.filter((one) => contract.kinds.get(one.kind)!.tells(one).includes(event)) as Loose[];
  return tellers.flatMap((one) => [...list(one["when"]), ...list(one["usedBy"])].flatMap((cause) => rootsOf(contract, cause, deeper)));
}

function durationsOf(clause: Loose): Duration[] {
  const found: Duration[] = [];
  function visit(value: unknown): void {
    if (!isRecord(value)) return;
    if (typeof value["count"] === "number" && typeof value["unit"] === "string") found.push(value as unknown as Duration);
    else if (typeof value["day"] === "number") found.push({ count: value["day"], unit: "day" });
    else
      for (const part of Object.values(value))
        if (Array.isArray(part)) part.forEach(visit);
        else visit(part);
  }
  for (const key of ["within", "until", "after", "target"]) visit(clause[key]);
  return found;
}

/** Fields and values of conditions (`where: { cause: theft }`) and tables (`{ by: severity, … }`). */
function collectWords(clause: Loose, words: Map<string, Set<string>>): void {
  for (const key of ["where", "unless", "only"]) {
    for (const [field, matcher] of Object.entries((clause[key] ?? {}) as Record<string, Record<string, unknown>>)) {
      for (const word of [...list(matcher["is"]), ...list(matcher["not"])]) put(words, field, word);
    }
  }
  for (const value of Object.values(clause)) {
    if (!isRecord(value) || value["is"] !== "table") continue;
    for (const { when } of value["cases"] as { when: unknown }[])
      if (isRecord(when)) for (const word of list(when["is"])) put(words, String(value["by"]), word);
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
