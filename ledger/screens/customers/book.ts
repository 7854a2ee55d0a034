import type { TenuClient } from "#web/kit/client/client.ts";
import type { components, paths } from "#web/kit/client/schema.d.ts";

export type BookEntry = components["schemas"]["BookEntry"];
export type BookQuery = NonNullable<paths["/api/v1/book"]["get"]["parameters"]["query"]>;

export async function readBook(server: TenuClient, query: BookQuery) {
  const { data } = await server.GET("/api/v1/book", { params: { query } });
  return data!;
}

export async function readTenant(server: TenuClient, tenant: string) {
  const { data } = await server.GET("/api/v1/tenants/{tenant}", { params: { path: { tenant } } });
  return data!;
}
