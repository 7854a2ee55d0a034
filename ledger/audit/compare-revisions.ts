import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import type { Head } from "../fold/head.ts";
import type { ContractName } from "../ledger.ts";
import type { Faults } from "./fault.ts";

/** The last revision that anything in the database speaks of: the head's, but for a head that lost it. */
export interface Revisions {
  last: number;
}

const SHOWN = 20;

/** Holds the revisions of a contract, and the versions of its items made and ended by them, against the head. */
export async function compareRevisions(transaction: Transaction, name: ContractName, head: Head, faults: Faults): Promise<Revisions> {
  const values = [name.tenant, name.contract];
  const gaps = await transaction.rows<{ after: number; next: number }>({
    text: `select after, next from (
        select lag(revision, 1, 0::bigint) over (order by revision) as after, revision as next from ledger.revision
        where tenant_id = $1 and contract_id = $2) steps
      where next <> after + 1 order by next limit ${SHOWN}`,
    values,
  });
  for (const { after, next } of gaps)
    faults.add("revision-gone", `ledger.revision[${after + 1}${next > after + 2 ? `…${next - 1}` : ""}]`, "a revision", undefined);
  const [last] = await transaction.rows<{ revision: number; facts: number; rests: Instant | null; edition: string }>({
    text: "select revision, facts, rests, edition from ledger.revision where tenant_id = $1 and contract_id = $2 order by revision desc limit 1",
    values,
  });
  if ((last?.revision ?? 0) < head.revision)
    faults.add("revision-gone", `ledger.revision[${(last?.revision ?? 0) + 1}…${head.revision}]`, "a revision", undefined);
  else if (last && last.revision > head.revision) faults.add("head-differs", "ledger.contract.revision", last.revision, head.revision);
  else if (last) {
    const place = `ledger.revision[${last.revision}]`;
    if (last.facts !== head.facts) faults.add("revision-differs", `${place}.facts`, head.facts, last.facts);
    if (last.rests !== head.rests) faults.add("revision-differs", `${place}.rests`, told(head.rests), told(last.rests));
    if (last.edition !== head.edition) faults.add("revision-differs", `${place}.edition`, head.edition, last.edition);
  }
  const broken = await transaction.rows<{ id: string; since: number; until: number | null; next: number | null }>({
    text: `select key || '/' || number as id, since, until, next from (
        select key, number, since, until, lead(since) over (partition by key, number order by since) as next
        from ledger.item where tenant_id = $1 and contract_id = $2) versions
      where until <= since or (until is null and next is not null) or next < until limit ${SHOWN}`,
    values,
  });
  for (const { id, since, until, next } of broken)
    faults.add("version-broken", `ledger.item[${id}, ${since}].until`, next === null ? `> ${since}` : `${since + 1}…${next}`, until);
  const [furthest] = await transaction.rows<{ most: number | null }>({
    text: "select max(greatest(since, until)) as most from ledger.item where tenant_id = $1 and contract_id = $2",
    values,
  });
  return { last: Math.max(head.revision, last?.revision ?? 0, furthest?.most ?? 0) };
}

function told(instant: Instant | null): string | undefined {
  return instant === null ? undefined : formatInstant(instant);
}
