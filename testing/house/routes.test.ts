import { describe, expect, test } from "vitest";
import { DAY, formatInstant } from "#kernel/time/instant.ts";
import { scoped } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { type Neighbour, keyOf, openNeighbours } from "./neighbours.ts";
import { type Answered, type Operation, operationsOf, sampleOf, send, type Sending } from "./operations.ts";

const now = Date.parse("2025-03-03T09:00:00Z");
const neighbours = await openNeighbours(await cloneDatabase(), now);
const { app, ledger, desk, near, ours, far, theirs, failures } = neighbours;
const { operations, resolve } = operationsOf(app);
const everybody = { desk, near, ours, far, theirs };

/** Identifiers that nobody has. */
const nothing = {
  tenant: "01990000-0000-7000-8000-00000000dead",
  contract: "01990000-0000-7000-8000-00000000beef",
  key: "01990000-0000-7000-8000-00000000feed",
};
const mine = { tenant: ours.tenant, contract: ours.contract.contract, key: ours.spareKey };

const standing = await askedBy(ours, "getStanding");
const item = (JSON.parse(standing.said) as { items: { id: string }[] }).items[0]!.id;
let sent = 0;

function askedBy({ secret }: Pick<Neighbour, "secret">, name: string): Promise<Answered> {
  const operation = operations.find((one) => one.name === name)!;
  return send(app, { operation, path: mine, headers: { Authorization: `Bearer ${secret}` } });
}

/** What an operation is asked with: valid, and about these identifiers wherever it takes one. */
function askedOf(operation: Operation, ids: typeof nothing): Sending {
  sent += 1;
  const known = (name: string): unknown =>
    ({
      ...ids,
      distributor: undefined,
      at: formatInstant(now - DAY),
      from: formatInstant(now - DAY),
      to: formatInstant(now),
      item,
      entry: "0",
      size: "1",
      id: operation.method === "POST" ? `fact-${sent}` : undefined,
      kind: operation.name === "addTenant" ? "customer" : "incident.received",
      subject: "I-7",
      fields: { severity: "minor" },
      documents: operation.name === "addContract" ? ["fr", "eu", "uloa"] : undefined,
      name: `made ${sent}`,
    })[name];
  const place = (where: "path" | "query") =>
    Object.fromEntries(
      operation.parameters
        .filter((one) => one.in === where && (one.required === true || known(one.name) !== undefined))
        .map(({ name, schema }) => [name, String(sampleOf(schema, resolve, known, name))]),
    );
  const { body } = operation;
  const fact = { id: `line-${sent}`, kind: "incident.received", subject: "I-8", fields: { severity: "minor" } };
  const text =
    body?.type === "application/json"
      ? JSON.stringify(sampleOf(body.schema, resolve, (name) => (name === "contract" ? `made ${sent}` : known(name))))
      : body?.type === "application/x-ndjson"
        ? JSON.stringify(fact)
        : "text";
  return { operation, path: place("path"), query: place("query"), ...(body && { body: text }) };
}

function as(who: Pick<Neighbour, "secret">, sending: Sending): Promise<Answered> {
  return send(app, { ...sending, headers: { ...sending.headers, Authorization: `Bearer ${who.secret}` } });
}

function takes(operation: Operation, id: string): boolean {
  return operation.parameters.some(({ name }) => name === id);
}

/** The names, identifiers and contracts that these must not read anything of. A customer is told who its distributor is, by its id. */
function foreignTo(who: keyof typeof everybody): string[] {
  const sees = { desk: [desk, near, ours, far, theirs], near: [near, ours], ours: [ours], far: [far, theirs], theirs: [theirs] }[who];
  return Object.values(everybody)
    .filter((one) => !sees.includes(one as never))
    .flatMap(({ marks }) => marks)
    .filter((mark) => !(who === "ours" && mark === near.tenant) && !(who === "theirs" && mark === far.tenant));
}

/** Operations for which the document alone is enough to ask well: these are answered. */
const plain = new Set(
  [
    "addTenant",
    "listTenants",
    "addKey",
    "listKeys",
    "revokeKey",
    "listDocuments",
    "addContract",
    "listContracts",
    "getContract",
    "getFindings",
  ].concat([
    "appendFact",
    "appendFacts",
    "listFacts",
    "getStanding",
    "getStandingAt",
    "getWhy",
    "getComparison",
    "listRevisions",
    "getRevision",
  ]),
);

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (_, operation) => {
  const aboutSomebody = takes(operation, "contract") || takes(operation, "tenant");

  test.runIf(aboutSomebody)("says the same of what is not yours and of what is not there", async () => {
    for (const who of ["theirs", "far"] as const) {
      const notYours = await as(everybody[who], askedOf(operation, mine));
      const notThere = await as(everybody[who], askedOf(operation, nothing));
      expect(notYours).toEqual(notThere);
      expect([400, 403, 404]).toContain(notYours.status);
    }
  });

  test.runIf(takes(operation, "key"))("says the same of another household's key and of none", async () => {
    const another = await as(ours, askedOf(operation, { ...mine, key: theirs.spareKey }));
    expect(another).toEqual(await as(ours, askedOf(operation, { ...mine, key: nothing.key })));
    expect(another.status).toBe(404);
  });

  test.runIf(operation.keyed)("says the same to nobody, to a forged key, to an expired one and to a revoked one", async () => {
    const expired = await keyOf(ledger, ours.tenant, { expires: now - 1 });
    const revoked = await keyOf(ledger, ours.tenant);
    const remove = operations.find(({ name }) => name === "revokeKey")!;
    await as(ours, askedOf(remove, { ...mine, key: revoked.key }));
    const refused = await send(app, askedOf(operation, mine));
    expect(refused.status).toBe(401);
    for (const secret of [expired.secret, revoked.secret, `tenu_${"A".repeat(43)}`, "tenu_x", ours.key, `${ours.secret}x`])
      expect(await as({ secret }, askedOf(operation, mine))).toEqual(refused);
    expect(await send(app, askedOf(operation, nothing))).toEqual(refused);
  });

  test.runIf(operation.keyed)("refuses a key that has every scope but its own alike, here or nowhere", async () => {
    const none = await keyOf(ledger, theirs.tenant, { may: [] });
    const answer = await as(none, askedOf(operation, mine));
    expect(answer.status).toBe(403);
    expect(await as(none, askedOf(operation, nothing))).toEqual(answer);
  });

  test.runIf(operation.path.includes("{"))("refuses malformed identifiers with a problem", async () => {
    const malformed = [
      "x",
      "0",
      "%00",
      "%FF",
      "..%2F..",
      "{contract}",
      mine.contract.slice(1),
      `${mine.contract}0`,
      "é",
      "%ED%A0%80",
      "9".repeat(5000),
    ];
    for (const id of malformed)
      for (const name of Object.keys(askedOf(operation, mine).path).filter((one) => one !== "person")) {
        const asked = askedOf(operation, mine);
        const answer = await as(ours, { ...asked, path: { ...asked.path, [name]: id } });
        if (name === "revision" || name === "entry" || name === "size" || name === "at") expect(answer.status).toBeLessThan(500);
        else expect([400, 403, 404]).toContain(answer.status);
        if (answer.status >= 400) expect(answer.type).toBe("application/problem+json");
      }
  });

  test("never names another household", async () => {
    for (const who of ["ours", "theirs", "near", "far"] as const)
      for (const ids of [mine, { tenant: theirs.tenant, contract: theirs.contract.contract, key: theirs.spareKey }, nothing]) {
        if (operation.name === "revokeKey" && who !== "far") continue; // said above, and it would undo the others
        const { said } = await as(everybody[who], askedOf(operation, ids));
        for (const mark of foreignTo(who)) expect(said).not.toContain(mark);
      }
  });

  test("answers those whose it is, also where identifiers come in capitals", async () => {
    const capitals = { tenant: mine.tenant.toUpperCase(), contract: mine.contract.toUpperCase(), key: mine.key.toUpperCase() };
    const forDesk = ["addTenant", "addContract", "addDocument"].includes(operation.name);
    const small = await as(forDesk ? desk : ours, askedOf(operation, mine));
    const large = await as(forDesk ? desk : ours, askedOf(operation, capitals));
    expect(large.status).toBe(small.status);
    if (plain.has(operation.name)) expect([200, 201]).toContain(small.status);
  });
});

test("the log spells a contract one way, however it was asked for", async () => {
  const { rows } = await scoped(ledger.database, [ours.tenant], async (transaction) => ({
    rows: await transaction.rows<{ contract: string }>({
      text: "select distinct convert_from(entry, 'UTF8')::jsonb ->> 'contract' as contract from ledger.fact where contract_id = $1",
      values: [ours.contract.contract],
    }),
  }));
  expect(rows).toEqual([{ contract: ours.contract.contract }]);
});

test("no request failed by our fault", () => expect(failures).toEqual([]));
