import { author } from "./evidence.ts";
import { openApi, type App } from "#platform/http/app.ts";
import { openAuthenticator } from "#platform/http/authenticate.ts";
import { makeKey } from "#platform/http/keys.ts";
import { openPages } from "#platform/http/pages.ts";
import { type Scope, scopes } from "#platform/http/scopes.ts";
import { scoped } from "#platform/database/scope.ts";
import { draft } from "#ledger/contracts/draft.ts";
import { append } from "#ledger/facts/append.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { ledgerRoutes } from "#ledger/routes.ts";
import { referenceRoutes } from "#ledger/routes/references.ts";
import { rawReferences } from "#references/load.ts";
import { HOUR, type Instant } from "#kernel/time/instant.ts";
import { mountAuth } from "#platform/identity/auth-paths.ts";
import { makeTenant, type TestDatabase } from "../database.ts";
import { testLedger, type TestLedger } from "./ledger.ts";
import { exampleOrder } from "./order.ts";
import { testIdentity, type TestIdentity } from "./people.ts";

/** A tenant with a key that may do everything, and one that nobody uses. */
export interface Neighbour {
  tenant: string;
  /** Words that stand in no other tenant's rows. */
  marks: string[];
  key: string;
  spareKey: string;
  secret: string;
}

export interface Resident extends Neighbour {
  contract: ContractName;
}

/** One installation, several households: a provider, two distributors, and a customer of each. */
export interface Neighbours {
  ledger: TestLedger;
  identity: TestIdentity;
  app: App;
  desk: Neighbour;
  /** The distributor of `ours`. */
  near: Neighbour;
  ours: Resident;
  far: Neighbour;
  /** The customer of `far`. */
  theirs: Resident;
  failures: unknown[];
}

let made = 0;

/** Identifiers with letters in them, which may come in capitals. */
function newId(): string {
  made += 1;
  return `01990000-abcd-7000-8000-${String(made).padStart(12, "0")}`;
}

const plenty = { perSecond: 1e9, burst: 1e9 };

export async function openNeighbours(database: TestDatabase, now: Instant): Promise<Neighbours> {
  const ledger = await testLedger(database, now);
  const desk = await neighbour(ledger, database, "provider", "Zinc");
  const near = await neighbour(ledger, database, "distributor", "Amber");
  const far = await neighbour(ledger, database, "distributor", "Onyx");
  const ours = await resident(ledger, database, "Quartz", near.tenant);
  const theirs = await resident(ledger, database, "Basalt", far.tenant);
  const failures: unknown[] = [];
  const identity = testIdentity(database);
  const app = openApi({
    routes: [...ledgerRoutes(ledger, author, openPages(new Uint8Array(32).fill(7)), { identity }), ...referenceRoutes(rawReferences())],
    about: { title: { fr: "Tenu", en: "Tenu" }, description: { fr: "Essai", en: "Test" }, version: "0" },
    authenticate: openAuthenticator(database.app, { people: identity }),
    people: identity,
    now: ledger.now,
    health: async () => ({ database: true, migrated: true, clockLag: 0 }),
    served: ({ error }) => void (error !== undefined && failures.push(error)),
    checkAnswers: true,
    perAddress: plenty,
    perKey: plenty,
  });
  mountAuth(app.hono, identity);
  return { ledger, identity, app, desk, near, ours, far, theirs, failures };
}

async function neighbour(
  ledger: TestLedger,
  database: TestDatabase,
  kind: "provider" | "distributor" | "customer",
  mark: string,
  distributor?: string,
): Promise<Neighbour> {
  const tenant = await makeTenant(database, newId(), kind, `${mark} household`, distributor);
  const used = await keyOf(ledger, tenant, { name: `${mark} key` });
  const spare = await keyOf(ledger, tenant, { name: `${mark} spare key` });
  return { tenant, marks: [mark, tenant], key: used.key, secret: used.secret, spareKey: spare.key };
}

async function resident(ledger: TestLedger, database: TestDatabase, mark: string, distributor: string): Promise<Resident> {
  const person = await neighbour(ledger, database, "customer", mark, distributor);
  const contract = { tenant: person.tenant, contract: newId() };
  await scoped(ledger.database, [person.tenant], (transaction) => draft(transaction, ledger, contract, exampleOrder(`${mark}-contract`)));
  const told = { by: "customer", source: "customer", subject: "contract", occurred: ledger.now() - HOUR, fields: {} };
  await append(ledger, contract, [{ ...told, id: `${mark}-1`, kind: "contract.accepted", fields: { "in-form": "writing" } }], "test");
  const incident = { ...told, id: `${mark}-2`, kind: "incident.received", subject: `${mark}-incident`, fields: { severity: "minor" } };
  await append(ledger, contract, [incident], "test");
  return { ...person, marks: [...person.marks, contract.contract], contract };
}

/** A key of a tenant; one that may do everything, unless told otherwise. */
export async function keyOf(
  ledger: TestLedger,
  tenant: string,
  { name = "key", may = scopes, expires }: { name?: string; may?: readonly Scope[]; expires?: Instant } = {},
): Promise<{ key: string; secret: string }> {
  const made = await scoped(ledger.database, [tenant], (transaction) =>
    makeKey(transaction, "installation", { tenant, name, scopes: may, expires }, ledger.now()),
  );
  return { key: made.key.key, secret: made.secret };
}
