import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { cloneDatabase } from "#testing/database.ts";
import { assertIsolation, unmetConditions } from "./conditions.ts";
import { connect } from "./connect.ts";

const { app, logins } = await cloneDatabase();
const owner = new pg.Client({ connectionString: logins.owner });
await owner.connect();
afterAll(() => owner.end());

/** What is found while the owner has done something, which is then undone. */
async function foundAfter(harm: string, undo: string): Promise<string[]> {
  await owner.query(harm);
  try {
    return (await unmetConditions(app)).map(({ condition, found }) => `${condition}: ${found}`);
  } finally {
    await owner.query(undo);
  }
}

test("a migrated database keeps tenants apart", async () => expect(await unmetConditions(app)).toEqual([]));

test.each([
  [
    "row security that is not forced",
    "alter table platform.tenant no force row level security",
    "alter table platform.tenant force row level security",
    /forced on every tenant table: platform\.tenant/,
  ],
  [
    "row security switched off",
    "alter table platform.api_key disable row level security",
    "alter table platform.api_key enable row level security",
    /forced on every tenant table: platform\.api_key/,
  ],
  [
    "a policy that lets everybody in",
    "create policy open on platform.tenant using (true)",
    "drop policy open on platform.tenant",
    /through the scope.*platform\.tenant \(policy open\)/,
  ],
  [
    "the scope's policy widened",
    "alter policy scope on platform.tenant using (true)",
    "alter policy scope on platform.tenant using (tenant_id = any ((select platform.scope())::uuid[]))",
    /through the scope.*platform\.tenant \(policy scope\)/,
  ],
  ["a tenant table that nobody protected", "create table platform.loose (tenant_id uuid)", "drop table platform.loose", /platform\.loose/],
  [
    "the right to truncate",
    "grant truncate on platform.tenant to tenu_app",
    "revoke truncate on platform.tenant from tenu_app",
    /platform\.tenant truncate/,
  ],
  [
    "a view with its owner's eyes",
    "create view platform.all_tenants as select * from platform.tenant",
    "drop view platform.all_tenants",
    /who asks: platform\.all_tenants/,
  ],
  [
    "a powerful function without a path",
    "create function platform.loose() returns int language sql security definer return 1",
    "drop function platform.loose()",
    /platform\.loose\(\)/,
  ],
  [
    "a way from people's identities to contracts",
    "grant usage on schema platform to tenu_identity",
    "revoke usage on schema platform from tenu_identity",
    /enters no schema but identity: platform/,
  ],
  [
    "the application let into people's identities",
    "grant usage on schema identity to tenu_app",
    "revoke usage on schema identity from tenu_app",
    /nothing of people's identities: identity\./,
  ],
  [
    "the application reading a table of people's identities",
    'grant select on identity."user" to public',
    'revoke select on identity."user" from public',
    /nothing of people's identities: identity\."user"/,
  ],
] as const)("%s is found", async (_, harm, undo, expected) => {
  expect((await foundAfter(harm, undo)).join("\n")).toMatch(expected);
});

test("a login with powers is refused, with the mend", async () => {
  const mighty = connect(logins.owner, "test");
  try {
    await expect(assertIsolation(mighty)).rejects.toThrow(/owns nothing: not so for platform\.tenant\. Give it to tenu_owner/);
  } finally {
    await mighty.end();
  }
});
