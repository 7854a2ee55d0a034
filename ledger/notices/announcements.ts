import { restated } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readChanges, recordedOf } from "../facts/fact-rows.ts";
import type { ContractName } from "../ledger.ts";

export const ANNOUNCED = "standing.announced";
export const CONTRADICTED = "announcement.contradicted";
export const CORRECTED = "announcement.corrected";

/** What was announced, and what became of it. Withdrawn announcements are none. */
export interface Announcement {
  position: number;
  /** As it counts, corrections of the fact included. */
  fact: Fact;
  /** What proved it wrong. */
  contradicted?: Fact;
  corrected?: Fact;
}

/** The announcements of a contract, in the order of recording. */
export async function readAnnouncements(transaction: Transaction, name: ContractName): Promise<Announcement[]> {
  const rows = await transaction.rows<{ position: number; entry: Buffer }>({
    name: "announcements",
    text: `select position, entry from ledger.fact
      where tenant_id = $1 and contract_id = $2 and kind in ('standing.announced', 'announcement.contradicted', 'announcement.corrected')
      order by position`,
    values: [name.tenant, name.contract],
  });
  if (rows.length === 0) return [];
  const changes = await readChanges(transaction, name);
  const announcements: Announcement[] = [];
  for (const row of rows) {
    const { position, fact: recorded } = recordedOf(row);
    const fact = restated(recorded, changes.get(factName(recorded)));
    if (!fact) continue;
    if (fact.kind === ANNOUNCED) announcements.push({ position, fact });
    else
      for (const one of announcements.filter((announcement) => announcement.fact.subject === fact.subject))
        if (fact.kind === CORRECTED) one.corrected ??= fact;
        else one.contradicted ??= fact;
  }
  return announcements;
}

/** The name of an item taken apart: `clause/subject/number`. Undefined where it is none. */
export function namedItem(id: string): { key: string; number: number } | undefined {
  const [, key, number] = /^(.+)\/(\d{1,9})$/.exec(id) ?? [];
  return key === undefined ? undefined : { key, number: Number(number) };
}
