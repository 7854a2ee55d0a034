import type { TenuClient } from "#web/kit/client/client.ts";
import type { components, paths } from "#web/kit/client/schema.d.ts";

export type Edge = components["schemas"]["Edge"];
export type Today = components["schemas"]["Today"];
export type DueQuery = NonNullable<paths["/api/v1/due"]["get"]["parameters"]["query"]>;

/** What a reader may narrow the day to. */
export interface Narrowed {
  side?: "mine" | "theirs";
  type?: "obligation" | "right" | "amount";
  tenant?: string;
}

/** From when to when. */
export interface Bounds {
  from?: string;
  before?: string;
}

export function boundsOf({ from, before }: { from?: string | undefined; before?: string | undefined }): Bounds {
  return { ...(from !== undefined && { from }), ...(before !== undefined && { before }) };
}

export async function readDue(server: TenuClient, query: DueQuery) {
  const { data } = await server.GET("/api/v1/due", { params: { query } });
  return data!;
}

export const readersZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is drawn of a figure: its number and unit, in the reader's way of writing numbers. */
export function figureOf(item: Edge["item"]): { value: string; unit: string } | undefined {
  const figure = item["figure"];
  if (typeof figure !== "object" || figure === null) return undefined;
  const { value, unit } = figure as { value?: unknown; unit?: unknown };
  return typeof value === "string" && typeof unit === "string" ? { value, unit } : undefined;
}
