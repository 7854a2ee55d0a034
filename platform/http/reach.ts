import type { Database } from "../database/connect.ts";
import type { Caller } from "./authenticate.ts";

type Who = Pick<Caller, "tenant" | "kind">;

/** The tenants a caller may look into, itself among them: the scope of a request that is not about one tenant (docs/decisions/12). */
export async function reachOf(database: Database, { tenant, kind }: Who): Promise<readonly string[]> {
  if (kind === "customer") return [tenant];
  const { rows } = await database.query<{ reach: string[] | null }>({
    name: "reach",
    text: "select platform.reach($1) as reach",
    values: [tenant],
  });
  return rows[0]?.reach ?? [];
}

/** Whether a caller may look into one tenant that there is. */
export async function reaches(database: Database, { tenant, kind }: Who, other: string): Promise<boolean> {
  if (tenant === other || kind !== "distributor") return tenant === other || kind === "provider";
  const { rows } = await database.query<{ reaches: boolean | null }>({
    name: "reaches",
    text: "select $2::uuid = any (platform.reach($1)) as reaches",
    values: [tenant, other],
  });
  return rows[0]?.reaches ?? false;
}
