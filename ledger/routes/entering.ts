import { z } from "zod";
import { type Language, languages } from "#kernel/words/language.ts";
import { membershipsOf } from "#platform/http/memberships.ts";
import { Refused } from "#platform/http/problem.ts";
import { personRoute, publicRoute, type Route } from "#platform/http/route.ts";
import { scopes } from "#platform/http/scopes.ts";
import { acceptInvitation } from "#platform/identity/accept.ts";
import { linkUnusable } from "#platform/identity/auth-problems.ts";
import { enterFirst } from "#platform/identity/first-owner.ts";
import type { Identity } from "#platform/identity/identity.ts";
import { openInvitation } from "#platform/identity/invitations.ts";
import { personByEmail, personOf } from "#platform/identity/people.ts";
import { roles, scopesOf, wantsStrongPassword } from "#platform/identity/roles.ts";
import { signIn } from "#platform/identity/sign-in.ts";

/** Whoever comes: by an invitation, as the first of all, or as who they are already. */
export function enteringRoutes(identity: Identity): Route[] {
  return [getMe(identity), readInvitation(identity), accept(identity), firstOwner(identity)];
}

const kinds = ["provider", "distributor", "customer"] as const;
const personSchema = z
  .object({ id: z.uuid(), name: z.string(), email: z.string(), language: z.enum(languages), secondFactor: z.boolean() })
  .meta({ id: "Person" });

function getMe({ database }: Identity): Route {
  return personRoute({
    name: "getMe",
    method: "get",
    path: "/me",
    signedIn: "required",
    summary: { fr: "Qui est connecté, et où il est membre", en: "Who is signed in, and where they are a member" },
    answers: {
      200: {
        words: { fr: "La personne et ses rôles", en: "The person and their roles" },
        body: z.object({
          person: personSchema,
          memberships: z.array(
            z.object({ tenant: z.uuid(), kind: z.enum(kinds), name: z.string(), role: z.enum(roles), scopes: z.array(z.enum(scopes)) }),
          ),
        }),
      },
    },
    async handle({ person }) {
      const { id, name, email, language, secondFactor } = person!;
      const memberships = await membershipsOf(database, id);
      return {
        status: 200,
        body: {
          person: { id, name, email, language, secondFactor },
          memberships: memberships.map(({ since: _, ...one }) => ({ ...one, scopes: scopesOf(one.role) })),
        },
      };
    },
  });
}

const code = z.string().min(1).max(200);
const own = {
  name: z.string().trim().min(1).max(200).optional(),
  password: z.string().min(1).max(1024).optional(),
  /** Of the letters they get; that of the request where it is absent. */
  language: z.enum(languages).optional(),
};

function readInvitation({ database, pool }: Identity): Route {
  return publicRoute({
    name: "readInvitation",
    method: "post",
    path: "/invitations/read",
    summary: { fr: "Ce qu'ouvre le code d'une invitation", en: "What an invitation's code opens" },
    body: z.strictObject({ code }),
    answers: {
      200: {
        words: { fr: "L'invitation", en: "The invitation" },
        body: z.object({
          tenant: z.object({ kind: z.enum(kinds), name: z.string() }),
          role: z.enum(roles),
          email: z.string(),
          /** Who invites, where a person does. */
          by: z.string().optional(),
          /** Whether a password alone must have 16 characters. */
          strong: z.boolean(),
          /** Whether somebody has this address here already, and only has to sign in. */
          known: z.boolean(),
        }),
      },
    },
    problems: [422],
    async handle({ input: { body }, now }) {
      const opened = await openInvitation(database, body.code, now);
      if (!opened) throw linkUnusable();
      const { kind, tenantName: name, role, email, invitedBy } = opened;
      const by = invitedBy === null ? undefined : (await personOf(pool, invitedBy))?.name;
      const known = (await personByEmail(pool, email)) !== undefined;
      return {
        status: 200,
        body: { tenant: { kind, name }, role, email, strong: wantsStrongPassword([role]), known, ...(by !== undefined && { by }) },
      };
    },
  });
}

const entered = z.object({ tenant: z.uuid(), person: z.uuid() });

/** Somebody new is let in at once: the answer carries their first session's cookie. */
async function letIn(identity: Identity, email: string, password: string | undefined, fresh: boolean) {
  if (!fresh || password === undefined) return {};
  const signedIn = await signIn(identity, { email, password }, "invited").catch((error: unknown) => {
    if (error instanceof Refused) return undefined; // too many tries at that address: they have come, and sign in later
    throw error;
  });
  return signedIn ? { headers: { "Set-Cookie": signedIn.cookies[0]! } } : {};
}

function accept(identity: Identity): Route {
  return personRoute({
    name: "acceptInvitation",
    method: "post",
    path: "/invitations/accept",
    signedIn: "optional",
    summary: { fr: "Accepte une invitation", en: "Accepts an invitation" },
    description: {
      fr: "Qui est nouveau donne son nom et son mot de passe ; qui est connu ici se connecte d'abord.",
      en: "Whoever is new gives their name and password; whoever is known here signs in first.",
    },
    body: z.strictObject({ code, ...own }),
    answers: { 201: { words: { fr: "Membre", en: "A member" }, body: entered.extend({ role: z.enum(roles) }) } },
    problems: [409, 422],
    async handle({ input: { body }, person: signedIn, now, language }) {
      const coming = { ...body, language: (body.language as Language | undefined) ?? language };
      const { invitation, person, fresh } = await acceptInvitation(identity, body.code, coming, signedIn, now);
      const { tenant, role, email } = invitation;
      return { status: 201, body: { tenant, role, person }, ...(await letIn(identity, email, body.password, fresh)) };
    },
  });
}

function firstOwner(identity: Identity): Route {
  return personRoute({
    name: "enterFirst",
    method: "post",
    path: "/first-owner",
    signedIn: "optional",
    summary: { fr: "Devient le premier responsable de l'installation", en: "Becomes the first owner of the installation" },
    description: {
      fr: "Par le lien que « tenu serve » affiche tant que personne n'est responsable.",
      en: "By the link that `tenu serve` prints as long as there is no owner.",
    },
    body: z.strictObject({ code, email: z.email().max(320), provider: z.string().trim().min(1).max(200).optional(), ...own }),
    answers: { 201: { words: { fr: "Responsable", en: "Owner" }, body: entered } },
    problems: [409, 422],
    async handle({ input: { body }, person: signedIn, now, language }) {
      const first = { ...body, language: (body.language as Language | undefined) ?? language };
      const { tenant, person, fresh } = await enterFirst(identity, first, signedIn, now);
      return { status: 201, body: { tenant, person }, ...(await letIn(identity, body.email, body.password, fresh)) };
    },
  });
}
