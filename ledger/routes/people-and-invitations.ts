import { z } from "zod";
import { formatInstant } from "#kernel/time/instant.ts";
import { type Language, languages } from "#kernel/words/language.ts";
import { reading, scoped } from "#platform/database/scope.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { lastOwner, mayNotGive } from "#platform/identity/coming-problems.ts";
import type { Identity } from "#platform/identity/identity.ts";
import {
  addInvitation,
  type Invitation,
  pendingInvitations,
  revokeInvitation,
  revokeInvitationsTo,
} from "#platform/identity/invitations.ts";
import { invitationLetter } from "#platform/identity/letters.ts";
import { endMembership, type Member, membersOf } from "#platform/identity/memberships.ts";
import { peopleOf } from "#platform/identity/people.ts";
import { highestRole, type Inviter, mayGive, type Role, roles } from "#platform/identity/roles.ts";
import type { Ledger } from "../ledger.ts";
import { ownTenantFor, tenantFor } from "./contract-for.ts";
import { hostOf } from "./host-of.ts";

/** Who belongs to a tenant, and who is asked to. */
export function invitationRoutes(ledger: Ledger, identity: Identity): Route[] {
  return [listMembers(ledger, identity), removeMember(ledger), listInvitations(ledger), addOne(ledger, identity), removeInvitation(ledger)];
}

const tenantParams = z.object({ tenant: z.uuid() });

const memberSchema = z
  .object({
    person: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    secondFactor: z.boolean(),
    since: z.string(),
    invitedBy: z.uuid().optional(),
  })
  .meta({ id: "Member" });

const invitationSchema = z
  .object({
    invitation: z.uuid(),
    email: z.string(),
    role: z.enum(roles),
    /** Whether its code went by mail; otherwise it was handed over. */
    mailed: z.boolean(),
    created: z.string(),
    expires: z.string(),
    invitedBy: z.uuid().optional(),
  })
  .meta({ id: "Invitation" });

function listMembers(ledger: Ledger, identity: Identity): Route {
  return route({
    name: "listMembers",
    method: "get",
    path: "/tenants/{tenant}/members",
    scope: "people:read",
    summary: {
      fr: "Les personnes d'un client ou distributeur, et leur rôle",
      en: "The people of a customer or distributor, and their roles",
    },
    params: tenantParams,
    answers: { 200: { words: { fr: "Les personnes", en: "The people" }, body: z.object({ items: z.array(memberSchema) }) } },
    async handle({ caller, input: { params } }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const members = (await reading(ledger.database, [tenant], (transaction) => membersOf(transaction, tenant))).filter(seenBy(caller));
      const people = await peopleOf(
        identity.pool,
        members.map(({ person }) => person),
      );
      const items = members.map(({ person, role, since, invitedBy }) => {
        const { name = "", email = "", secondFactor = false } = people.get(person) ?? {};
        const by = invitedBy === null ? {} : { invitedBy };
        return { person, name, email, role, secondFactor, since: formatInstant(since), ...by };
      });
      return { status: 200, body: { items } };
    },
  });
}

/** An affiliate lives inside its customer: it sees itself, and those whom it brought. */
function seenBy({ by }: Caller): (one: Pick<Member, "invitedBy"> & { person?: string }) => boolean {
  if (by.type === "key" || by.role !== "affiliate") return () => true;
  return ({ person, invitedBy }) => person === by.id || invitedBy === by.id;
}

function inviterOf({ by, kind, scopes, tenant }: Caller): Inviter {
  return { role: by.type === "person" ? by.role : highestRole(kind), scopes, tenant };
}

function removeMember(ledger: Ledger): Route {
  return route({
    name: "endMembership",
    method: "delete",
    path: "/tenants/{tenant}/members/{person}",
    scope: "people:write",
    summary: {
      fr: "Met fin au rôle d'une personne : elle n'atteint plus rien du client, aussitôt",
      en: "Ends a person's role: they reach nothing of the tenant any more, at once",
    },
    params: tenantParams.extend({ person: z.uuid() }),
    answers: { 200: { words: { fr: "Terminé", en: "Ended" }, body: z.object({ person: z.uuid(), ended: z.string() }) } },
    problems: [409],
    async handle({ caller, input: { params }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const person = params.person.toLowerCase();
      await scoped(ledger.database, [tenant], async (transaction) => {
        // Two owners who end each other at once would leave none.
        await transaction.rows({ text: "select pg_advisory_xact_lock(hashtextextended($1, 7305006))", values: [tenant] });
        const members = await membersOf(transaction, tenant);
        const member = members.filter(seenBy(caller)).find((one) => one.person === person);
        if (!member) throw notFound({ fr: "Cette personne", en: "This person" });
        const leaves = caller.by.type === "person" && caller.by.id === person;
        if (!leaves && !mayGive(inviterOf(caller), member.role, await hostOf(transaction, tenant))) throw mayNotGive();
        if (member.role === "owner" && members.filter(({ role }) => role === "owner").length === 1) throw lastOwner();
        await endMembership(transaction, tenant, person, now);
      });
      return { status: 200, body: { person, ended: formatInstant(now) } };
    },
  });
}

function listInvitations(ledger: Ledger): Route {
  return route({
    name: "listInvitations",
    method: "get",
    path: "/tenants/{tenant}/invitations",
    scope: "people:read",
    summary: { fr: "Les invitations sans réponse", en: "The invitations that wait for an answer" },
    params: tenantParams,
    answers: {
      200: {
        words: { fr: "Les invitations, sans leur code", en: "The invitations, without their codes" },
        body: z.object({ items: z.array(invitationSchema) }),
      },
    },
    async handle({ caller, input: { params }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const waiting = await reading(ledger.database, [tenant], (transaction) => pendingInvitations(transaction, tenant, now));
      return { status: 200, body: { items: waiting.filter(seenBy(caller)).map(invitationJson) } };
    },
  });
}

function invitationJson({ invitation, email, role, mailed, invitedBy, created, expires }: Invitation) {
  const by = invitedBy === null ? {} : { invitedBy };
  return { invitation, email, role, mailed, created: formatInstant(created), expires: formatInstant(expires), ...by };
}

function addOne(ledger: Ledger, identity: Identity): Route {
  return route({
    name: "invite",
    method: "post",
    path: "/tenants/{tenant}/invitations",
    scope: "people:write",
    summary: { fr: "Invite une personne", en: "Invites a person" },
    description: {
      fr: "Le code part par courriel. Le prestataire et le distributeur peuvent aussi le remettre eux-mêmes (by: hand) : il n'est montré qu'ici.",
      en: "The code goes by mail. The provider and a distributor may also hand it over themselves (by: hand): it is shown here only.",
    },
    params: tenantParams,
    body: z.strictObject({
      email: z.email().max(320),
      role: z.enum(roles),
      by: z.enum(["mail", "hand"]).default("mail"),
      /** The language of the letter; that of the request where it is absent. */
      language: z.enum(languages).optional(),
    }),
    answers: {
      201: {
        words: { fr: "Invitée", en: "Invited" },
        body: invitationSchema.extend({
          /** Whether the next mail server took the letter; absent where none was to be sent. */
          sent: z.boolean().optional(),
          /** Where whoever was invited comes in; only for codes that are handed over. */
          link: z.string().optional(),
        }),
      },
    },
    async handle({ caller, input: { params, body }, now, language }) {
      const tenant = await tenantFor(ledger, caller, params.tenant);
      const byHand = body.by === "hand";
      if (byHand && caller.kind === "customer") throw mayNotGive();
      const { invitation, code, name } = await scoped(ledger.database, [tenant], async (transaction) => {
        // The first administrator comes once, whoever asks at the same time.
        await transaction.rows({ text: "select pg_advisory_xact_lock(hashtextextended($1, 7305006))", values: [tenant] });
        const host = await hostOf(transaction, tenant);
        const gives = (role: Role) => mayGive(inviterOf(caller), role, host);
        if (!gives(body.role)) throw mayNotGive();
        const waiting = (await pendingInvitations(transaction, tenant, now)).filter(seenBy(caller));
        const instead = waiting.flatMap(({ invitation, role }) => (gives(role) ? [invitation] : [])); // an affiliate withdraws nobody else's
        if (caller.kind === "distributor" && tenant !== caller.tenant) await revokeInvitationsTo(transaction, tenant, "administrator", now);
        const invitedBy = caller.by.type === "person" ? caller.by.id : null;
        const { email, role } = body;
        const made = await addInvitation(transaction, { tenant, email, role, mailed: !byHand, invitedBy, instead }, now);
        return { ...made, name: host.name };
      });
      const link = `${identity.address()}/enter?invitation=${code}`;
      const told = invitationJson(invitation);
      if (byHand) return { status: 201, body: { ...told, link } };
      const letter = invitationLetter(invitation.email, name, invitation.role, link, (body.language as Language | undefined) ?? language);
      return { status: 201, body: { ...told, sent: await identity.send(letter) } };
    },
  });
}

function removeInvitation(ledger: Ledger): Route {
  return route({
    name: "revokeInvitation",
    method: "delete",
    path: "/tenants/{tenant}/invitations/{invitation}",
    scope: "people:write",
    summary: { fr: "Retire une invitation", en: "Withdraws an invitation" },
    params: tenantParams.extend({ invitation: z.uuid() }),
    answers: { 200: { words: { fr: "Retirée", en: "Withdrawn" }, body: z.object({ invitation: z.uuid(), revoked: z.string() }) } },
    async handle({ caller, input: { params }, now }) {
      const tenant = await ownTenantFor(ledger, caller, params.tenant);
      const invitation = params.invitation.toLowerCase();
      const revoked = await scoped(ledger.database, [tenant], async (transaction) => {
        const waiting = (await pendingInvitations(transaction, tenant, now)).filter(seenBy(caller));
        const found = waiting.find((one) => one.invitation === invitation);
        if (!found) return false;
        if (!mayGive(inviterOf(caller), found.role, await hostOf(transaction, tenant))) throw mayNotGive();
        return revokeInvitation(transaction, tenant, invitation, now);
      });
      if (!revoked) throw notFound({ fr: "Cette invitation", en: "This invitation" });
      return { status: 200, body: { invitation, revoked: formatInstant(now) } };
    },
  });
}
