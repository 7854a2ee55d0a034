import { expect, test } from "vitest";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";

// What a key may not do although it reaches the contract. Each was possible once.

const { app, desk, near, ours } = await openNeighbours(await cloneDatabase(), Date.parse("2025-03-03T09:00:00Z"));
const contract = `/api/v1/contracts/${ours.contract.contract}`;

async function call(
  secret: string,
  path: string,
  body?: object,
): Promise<{ status: number; code: string | undefined; body: Record<string, unknown> }> {
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  const request = new Request(`http://tenu.test${path}`, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) });
  const answer = await app.fetch(request);
  const read = (await answer.json()) as Record<string, unknown> & { errors?: { code: string }[]; code?: string };
  return { status: answer.status, code: read.errors?.[0]?.code ?? read.code, body: read };
}

test("a customer corrects and withdraws its own facts, and nobody else's", async () => {
  await call(desk.secret, `${contract}/facts`, { id: "I-1", kind: "incident.received", subject: "I-1", by: "customer" });
  const change = (target: string) =>
    call(ours.secret, `${contract}/facts`, { id: `w-${target}`, kind: "fact.withdrawn", fields: { target } });
  expect(await change("desk:I-1")).toMatchObject({ status: 422, code: "fact-not-yours" });
  expect(await change("desk:not-told-yet")).toMatchObject({ status: 422, code: "fact-not-yours" });
  expect(await change("customer:mine")).toMatchObject({ status: 201 });
});

test("a correction makes a fact of its kind, or none", async () => {
  await call(desk.secret, `${contract}/facts`, {
    id: "P-1",
    kind: "payment.received",
    subject: "contract",
    fields: { amount: "10.00 EUR" },
  });
  const corrected = { id: "C-1", kind: "fact.corrected", fields: { target: "desk:P-1", fields: { amount: "plenty" } } };
  expect(await call(desk.secret, `${contract}/facts`, corrected)).toMatchObject({ status: 422, code: "fact-field-misread" });
});

test("what a fact needs cannot be hidden as text about a person", async () => {
  const personal = { amount: { person: "anna-1", text: "10.00 EUR" } };
  const hidden = { id: "P-2", kind: "payment.received", subject: "contract", personal };
  expect(await call(desk.secret, `${contract}/facts`, hidden)).toMatchObject({ status: 422, code: "fact-not-personal" });
});

test("an amendment puts no other version in the place of a text that holds", async () => {
  const before = (await call(desk.secret, contract)).body["documents"] as { id: string; version: string }[];
  const [held] = before;
  const amendment = {
    id: "A-1",
    kind: "contract.amended",
    by: "customer",
    fields: { effective: "2025-03-03T09:00:00Z", "in-form": "writing", attaches: [`${held!.id}@${held!.version}`] },
  };
  await call(ours.secret, `${contract}/facts`, amendment);
  expect((await call(desk.secret, contract)).body["documents"]).toEqual(before);
});

test("a distributor looks into its customer, and makes no keys and no webhooks in its name", async () => {
  expect(await call(near.secret, contract)).toMatchObject({ status: 200 });
  const keys = `/api/v1/tenants/${ours.tenant}/keys`;
  expect(await call(near.secret, keys, { name: "x", scopes: ["facts:write"] })).toMatchObject({ status: 404 });
  expect(await call(near.secret, keys)).toMatchObject({ status: 404 });
  const webhooks = `/api/v1/tenants/${ours.tenant}/webhooks`;
  expect(await call(near.secret, webhooks, { url: "https://hook.example/", events: ["*"] })).toMatchObject({ status: 404 });
});

test("a fact told again with its keys in another order is the same fact", async () => {
  const amended = (sets: object) => ({
    id: "A-2",
    kind: "contract.amended",
    by: "provider",
    fields: { effective: "2025-03-03T09:00:00Z", "in-form": "writing", sets },
    occurred: "2025-03-03T09:00:00Z",
  });
  await call(desk.secret, `${contract}/facts`, amended({ "x.b": "1", "x.a": "2" }));
  expect(await call(desk.secret, `${contract}/facts`, amended({ "x.a": "2", "x.b": "1" }))).toMatchObject({ status: 200 });
});
