import { backupFacts } from "#applications/backup/rules/facts.ts";
import { crmFacts } from "#applications/crm/rules/facts.ts";
import { signatureFacts } from "#applications/signatures/rules/facts.ts";
import { availabilityFacts } from "#commitments/availability/rules/facts.ts";
import { custodyFacts } from "#commitments/custody/rules/facts.ts";
import { incidentFacts } from "#commitments/incidents/rules/facts.ts";
import { moneyFacts } from "#commitments/money/rules/facts.ts";
import { privacyFacts } from "#commitments/privacy/rules/facts.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { ledgerFacts } from "#ledger/rules/facts.ts";

/** The fact kinds of every slice: with this list the command works without a database. Names are unique; a clash fails here. */
export const factCatalogue: ReadonlyMap<string, FactKind> = unique([
  ...ledgerFacts,
  ...moneyFacts,
  ...availabilityFacts,
  ...incidentFacts,
  ...custodyFacts,
  ...privacyFacts,
  ...signatureFacts,
  ...backupFacts,
  ...crmFacts,
]);

function unique(kinds: FactKind[]): Map<string, FactKind> {
  const byName = new Map<string, FactKind>();
  for (const kind of kinds) {
    if (byName.has(kind.kind)) throw new Error(`Two slices declare the fact kind ${kind.kind}: rename one.`);
    byName.set(kind.kind, kind);
  }
  return byName;
}
