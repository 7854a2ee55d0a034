import { admit } from "#kernel/engine/admit.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { Unusable } from "#kernel/terms/problem.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import type { Told } from "./happening.ts";

/** What was told, as a fact of its kind. Throws Unusable for what is none. */
export function factOf({ occurred, recorded, ...one }: Told, kinds: ReadonlyMap<string, FactKind>, place: string): Fact {
  const raw = { ...one, occurred: formatInstant(occurred), recorded: formatInstant(recorded) };
  const read = admit(raw, kinds, { file: place, line: 0, column: 0 });
  if ("problems" in read) throw new Unusable(read.problems);
  return read.fact;
}
