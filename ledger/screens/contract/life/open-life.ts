import { openWorld } from "#kernel/engine/world.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { factName } from "#kernel/engine/fact.ts";
import { entryFromText } from "#kernel/evidence/entry.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { readReferences, type References } from "#kernel/references.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { readDocument } from "#kernel/terms/read.ts";
import { readSource } from "#kernel/terms/source.ts";
import type { Zone } from "#kernel/time/zone.ts";
import { type Knowledge, openKnowledge } from "./knowledge.ts";
import type { EntryGiven, Known, LifeGiven } from "./protocol.ts";
import type { Standing } from "#kernel/engine/standing.ts";

export interface OpenLife {
  contract: Contract;
  references: References;
  zone: Zone;
  knowledge: Knowledge;
  /** Each fact's entry in the log, by the fact's name. */
  entries: ReadonlyMap<string, EntryGiven>;
  add(entries: readonly EntryGiven[]): void;
}

/** Composes the contract from its exact documents, as the server does, and lives it through. */
export function openLife({ particulars, documents, references: raw, factKinds, entries: first }: LifeGiven): OpenLife {
  const references = readReferences(raw);
  const read = new Map(documents.map(({ id, body }) => [id, readDocument(readSource(`${id}.md`, body))]));
  const contract = compose({ factKinds, kinds: clauseKinds, documents: read }, { ...particulars, contract: "contract" });
  const { zone } = openWorld(contract, references);
  const entries = new Map<string, EntryGiven>();
  const knowledge = openKnowledge(contract, references, []);
  function add(more: readonly EntryGiven[]): void {
    const facts = more.flatMap((given): Fact[] => {
      const { fact } = entryFromText(given.entry);
      if (entries.has(factName(fact))) return [];
      entries.set(factName(fact), given);
      return [fact];
    });
    if (facts.length > 0) knowledge.add(facts);
  }
  add(first);
  return { contract, references, zone, knowledge, entries, add };
}

/** What stands at an instant. What is to come can only be seen as it is known now. */
export function standingAt({ knowledge }: OpenLife, at: number, known: Known, now: number): Standing {
  return known === "then" && at < now ? knowledge.asKnownThen(at) : knowledge.asKnownNow(at);
}

export function knownAtOf(at: number, known: Known, now: number): number {
  return known === "then" && at < now ? at : Math.max(at, now);
}
