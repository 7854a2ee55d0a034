import { ledgerRoutes } from "#ledger/routes.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { openApi } from "#platform/http/app.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { openPages } from "#platform/http/pages.ts";
import { notAuthenticated } from "#platform/http/problems.ts";
import { scopes } from "#platform/http/scopes.ts";
import { type Role, scopesOf } from "#platform/identity/roles.ts";
import { cloneDatabase, makeTenant } from "../database.ts";
import { author } from "./evidence.ts";
import { newContract, newId, type TestLedger, testLedger } from "./ledger.ts";

/** Who asks in these tests, by a word of the request: a key that may do everything, or a person in a role. */
type Who = "desk" | "support" | "other-support" | "protection" | "distributor" | "administrator" | "user" | "reading-key" | "stranger";

export interface Answered {
  status: number;
  // The answers are checked against their schemas; a test names what it looks at.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export interface Hands {
  ledger: TestLedger;
  contract: ContractName;
  ask: (who: Who, path: string, body?: object) => Promise<Answered>;
  /** States a fact and gives its answer. */
  tell: (who: Who, kind: string, fact?: object) => Promise<Answered>;
  /** Moves the clock on, in ms. */
  wait: (ms: number) => void;
}

interface Order {
  contract?: string;
  documents: readonly string[];
  figures?: Record<string, string>;
  order?: Record<string, string>;
}

const plenty = { perSecond: 1e9, burst: 1e9 };

/** One contract between three parties, accepted at 9 in the morning of 6 January 2025, and whoever has a hand in it. */
export async function severalHands({ documents, figures = {}, order = {} }: Order): Promise<Hands> {
  const database = await cloneDatabase();
  const ledger = await testLedger(database, Date.parse("2025-01-06T08:00:00Z"));
  const [desk, distributor, customer, elsewhere] = [newId(), newId(), newId(), newId()] as const;
  await makeTenant(database, desk, "provider");
  await makeTenant(database, distributor, "distributor");
  await makeTenant(database, customer, "customer", "Customer", distributor);
  await makeTenant(database, elsewhere, "customer", "Elsewhere");
  const parties = { provider: "Provider", distributor: "Distributor", customer: "Customer" };
  const particulars = { contract: "hands", documents: ["fr", "eu", ...documents], parties, figures, readings: {}, order };
  const contract = await newContract(ledger, database, particulars, customer);
  const callers: Record<Who, Caller> = {
    desk: keyOf(desk, "provider"),
    support: personOf(desk, "provider", "support", "ada"),
    "other-support": personOf(desk, "provider", "support", "bob"),
    protection: personOf(desk, "provider", "data-protection", "cleo"),
    distributor: keyOf(distributor, "distributor"),
    administrator: personOf(customer, "customer", "administrator", "dora"),
    user: personOf(customer, "customer", "user", "emil"),
    "reading-key": { ...keyOf(customer, "customer"), scopes: ["contracts:read"] },
    stranger: personOf(elsewhere, "customer", "administrator", "finn"),
  };
  const failures: unknown[] = [];
  const app = openApi({
    routes: ledgerRoutes(ledger, author, openPages(new Uint8Array(32).fill(3))),
    about: { title: { fr: "Tenu", en: "Tenu" }, description: { fr: "Essai", en: "Test" }, version: "0" },
    async authenticate({ headers }) {
      const caller = callers[headers.get("x-who") as Who];
      if (!caller) throw notAuthenticated();
      return caller;
    },
    now: ledger.now,
    health: async () => ({ database: true, migrated: true, clockLag: 0 }),
    served: ({ error }) => {
      if (error !== undefined) failures.push(error);
    },
    checkAnswers: true,
    perAddress: plenty,
    perKey: plenty,
  });
  const hands: Hands = {
    ledger,
    contract,
    async ask(who, path, body) {
      const headers = { "x-who": who, "content-type": "application/json", "accept-language": "en" };
      const request = new Request(`http://tenu.test/api/v1/contracts/${contract.contract}/${path}`, {
        headers,
        ...(body && { method: "POST", body: JSON.stringify(body) }),
      });
      if (body) ledger.time.now += 1000; // nobody says two things at once
      const answer = await app.fetch(request);
      if (failures.length > 0) throw failures[0];
      return { status: answer.status, body: await answer.json() };
    },
    tell: (who, kind, fact = {}) => hands.ask(who, "facts", { id: newId(), kind, ...fact }),
    wait(ms) {
      ledger.time.now += ms;
    },
  };
  await hands.tell("desk", "contract.accepted", { by: "customer", fields: { capacity: "professional", "in-form": "writing" } });
  hands.wait(60_000);
  return hands;
}

function keyOf(tenant: string, kind: Caller["kind"]): Caller {
  return { tenant, kind, name: kind, by: { type: "key", id: newId(), name: "key" }, scopes };
}

function personOf(tenant: string, kind: Caller["kind"], role: Role, name: string): Caller {
  return { tenant, kind, name: kind, by: { type: "person", id: `01990000-0000-7000-8000-${name}`, name, role }, scopes: scopesOf(role) };
}

/** Uloa with the annexes it wants. */
export const uloa = { documents: ["uloa", "service-levels"], order: { annexes: "data-protection, prerequisites, security" } };
