import { admit } from "#kernel/engine/admit.ts";
import { compareChanges, isChange, restated } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Json } from "#kernel/engine/item.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { isRecord } from "#kernel/terms/source.ts";
import type { Problem } from "#kernel/terms/problem.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Told } from "./told.ts";

/** What keeps a fact, as it counts, from being one of its kind. */
export function misfit({ factKinds }: Pick<Contract, "factKinds">, fact: Fact): readonly Problem[] {
  const stated = { ...fact, occurred: formatInstant(fact.occurred), recorded: formatInstant(fact.recorded) };
  const admitted = admit(stated, factKinds, { file: factName(fact), line: 0, column: 0 });
  return "problems" in admitted ? admitted.problems : [];
}

/**
 * Corrections that waited for a fact and do not fit it, taken back: as facts to be told, which correct it to what it is without them. Log
 * and replay need no other rule than that the last correction wins. A field that only such a correction gave cannot be taken back; the
 * engine then reads it as it reads any field that means nothing to it, as unknown.
 */
export function takenBack(
  contract: Pick<Contract, "factKinds">,
  changes: ReadonlyMap<string, readonly Fact[]>,
  fresh: readonly Fact[],
  recorded: Instant,
): Told[] {
  return fresh.flatMap((fact) => {
    const waited = changes.get(factName(fact));
    const now = waited && !isChange(fact) ? restated(fact, waited) : undefined;
    if (!waited || !now || misfit(contract, now).length === 0) return [];
    const told = correctionOf(fact, waited, (one) => misfit(contract, one).length === 0, recorded);
    const then = restated(fact, [...waited, { ...told, recorded }].toSorted(compareChanges));
    return then && misfit(contract, then).length === 0 ? [told] : [];
  });
}

/** A correction of Tenu's own to what a fact is with those changes only that leave it one of its kind. */
function correctionOf(fact: Fact, waited: readonly Fact[], fits: (fact: Fact) => boolean, recorded: Instant): Told {
  const good: Fact[] = [];
  const bad: Fact[] = [];
  for (const change of waited) {
    const fitting = fits(restated(fact, [...good, change]) ?? fact);
    (fitting ? good : bad).push(change);
  }
  const stands = [{ occurred: formatInstant(fact.occurred), subject: fact.subject, fields: fact.fields }, ...good.map((one) => one.fields)];
  const fields = merged(stands.map((one) => one.fields));
  const spoilt = Object.keys(merged(bad.map((one) => one.fields["fields"]))).filter((key) => key in fields);
  return {
    source: "tenu",
    id: `taken-back-${factName(fact)}`,
    kind: "fact.corrected",
    subject: fact.subject,
    by: "provider",
    occurred: recorded,
    fields: {
      target: factName(fact),
      ...Object.fromEntries(
        (["occurred", "subject"] as const)
          .filter((key) => bad.some((one) => one.fields[key] !== undefined))
          .map((key) => [key, stands.findLast((one) => one[key] !== undefined)![key]!]),
      ),
      ...(spoilt.length > 0 && { fields: Object.fromEntries(spoilt.map((key) => [key, fields[key]!])) }),
      note: `misfit: ${bad.map(factName).join(", ")}`,
    },
  };
}

function merged(maps: readonly (Json | Readonly<Record<string, Json>> | undefined)[]): Record<string, Json> {
  return Object.assign({}, ...maps.filter((map) => isRecord(map))) as Record<string, Json>;
}
