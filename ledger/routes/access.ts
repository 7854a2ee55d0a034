import { reading } from "#platform/database/scope.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { reachOf } from "#platform/http/reach.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Ledger } from "../ledger.ts";

/** Whether who began an answer that goes on still has the key, or the role in the tenant, by which it began. */
export function stillAdmitted({ database }: Pick<Ledger, "database">, { tenant, by }: Caller, now: Instant): Promise<boolean> {
  const statement =
    by.type === "key"
      ? {
          text: "select from platform.api_key where tenant_id = $1 and key_id = $2 and revoked is null and (expires is null or expires > $3)",
          values: [tenant, by.id, formatInstant(now)],
        }
      : {
          text: "select from platform.membership where tenant_id = $1 and person_id = $2 and role = $3 and ended is null",
          values: [tenant, by.id, by.role],
        };
  return reading(database, [tenant], async (transaction) => (await transaction.rows(statement)).length > 0);
}

/** Whether a caller may hear of a tenant, as things stand when it is asked. The provider hears of all. */
export async function hearingOf({ database }: Pick<Ledger, "database">, caller: Caller): Promise<(tenant: string) => boolean> {
  if (caller.kind === "provider") return () => true;
  const reach = new Set(await reachOf(database, caller));
  return (tenant) => reach.has(tenant);
}
