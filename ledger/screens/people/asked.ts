import type { TenuClient } from "#web/kit/client/client.ts";
import type { components } from "#web/kit/client/schema.d.ts";

// What the screens about people ask, and what they are told.

export type Member = components["schemas"]["Member"];
export type Invitation = components["schemas"]["Invitation"];
export type Role = Member["role"];

/** How an invitation was made: `sent` says whether the letter went out, `link` is to be handed over. */
export type Invited = Awaited<ReturnType<typeof invite>>;

export interface Inviting {
  email: string;
  role: Role;
  by: "mail" | "hand";
  language: "fr" | "en";
}

export async function members(server: TenuClient, tenant: string): Promise<Member[]> {
  return (await server.GET("/api/v1/tenants/{tenant}/members", { params: { path: { tenant } } })).data!.items;
}

export function endMembership(server: TenuClient, tenant: string, person: string) {
  return server.DELETE("/api/v1/tenants/{tenant}/members/{person}", { params: { path: { tenant, person } } });
}

export async function invitations(server: TenuClient, tenant: string): Promise<Invitation[]> {
  return (await server.GET("/api/v1/tenants/{tenant}/invitations", { params: { path: { tenant } } })).data!.items;
}

export async function invite(server: TenuClient, tenant: string, body: Inviting) {
  return (await server.POST("/api/v1/tenants/{tenant}/invitations", { params: { path: { tenant } }, body })).data!;
}

export function revoke(server: TenuClient, tenant: string, invitation: string) {
  return server.DELETE("/api/v1/tenants/{tenant}/invitations/{invitation}", { params: { path: { tenant, invitation } } });
}
