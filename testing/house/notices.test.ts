import { beforeEach, describe, expect, test } from "vitest";
import { rebuild } from "#ledger/audit/rebuild.ts";
import { append } from "#ledger/facts/append.ts";
import { restateOutdated } from "#ledger/fold/restate-outdated.ts";
import type { ContractName } from "#ledger/ledger.ts";
import { announce, NoSuchItem } from "#ledger/notices/announce.ts";
import { readAnnouncements } from "#ledger/notices/announcements.ts";
import { remindersAcross, remindersOf } from "#ledger/notices/reminders.ts";
import { listRevisions } from "#ledger/standing/revisions.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { DAY, formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import { reading } from "#platform/database/scope.ts";
import { cloneDatabase } from "../database.ts";
import { auditOf, otherFigures, providedLedger, reopened } from "./audited.ts";
import { newContract, rowsOf, type TestLedger } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await providedLedger(database);
const interest = "legal-late-payment/F-1/1";
const fee = "legal-late-payment/F-1/2";
const correction = (announcement: string) => `announcement-correction/${announcement}/1`;

let name: ContractName;
let told = 0;

function at(text: string): Instant {
  return parseInstant(text)!;
}

/** States a fact now about what happened then. */
function tell(kind: string, occurred: string, now: string, fields: Record<string, string>, subject = "F-1", on: TestLedger = ledger) {
  told += 1;
  on.time.now = at(now);
  const fact = { source: "desk", id: `fact-${told}`, kind, subject, by: "provider", occurred: at(occurred), fields };
  return append(on, name, [fact], "test");
}

async function stands(id: string): Promise<unknown> {
  return (await rowsOf(ledger, name)).get(id)?.["state"];
}

function say(id: string, now: string, item = interest, to = "customer") {
  ledger.time.now = at(now);
  return announce(ledger, name, { source: "desk", id, item, to, channel: "e-mail" }, "test");
}

async function announced() {
  const all = await reading(ledger.database, [name.tenant], (transaction) => readAnnouncements(transaction, name));
  return all.map(({ fact, contradicted, corrected }) => ({
    id: fact.subject,
    said: fact.fields["amount"],
    ...(contradicted && { reads: contradicted.fields["amount"] ?? contradicted.fields["state"] ?? "nothing" }),
    corrected: corrected !== undefined,
  }));
}

/** An invoice of 1,000 EUR, unpaid since 1 June. */
async function begin(): Promise<void> {
  const order = {
    contract: `notices ${told}`,
    documents: ["fr"],
    parties: {},
    figures: {},
    readings: {},
    order: { "customer-quality": "professional" },
  };
  ledger.time.now = at("2025-05-01T08:00:00Z");
  name = await newContract(ledger, database, order);
  told += 1;
  const accepted = { source: "customer", id: "accepted", kind: "contract.accepted", subject: "contract", by: "customer", fields: {} };
  await append(ledger, name, [{ ...accepted, occurred: at("2025-05-01T07:00:00Z") }], "test");
  await tell("invoice.received", "2025-05-02T07:00:00Z", "2025-05-02T08:00:00Z", { amount: "1000.00 EUR", due: "2025-05-31T22:00:00Z" });
}

beforeEach(begin);

describe("an amount was announced, and a fact that came late makes it another", () => {
  test("the duty to correct it opens, and announcing it anew fulfils it", async () => {
    const first = await say("A-1", "2025-06-30T10:00:00Z");
    expect(first.said).toMatchObject({ state: "accruing", amount: "10.81 EUR" });
    expect(await stands(correction("A-1"))).toBeUndefined();

    const late = await tell("payment.received", "2025-06-11T08:00:00Z", "2025-07-02T08:00:00Z", { amount: "1000.00 EUR" });
    expect(late.moved.map(({ id, state }) => [id, state])).toContainEqual([correction("A-1"), "open"]);
    expect(await stands(correction("A-1"))).toBe("open");
    expect(await announced()).toMatchObject([{ id: "A-1", said: "10.81 EUR", corrected: false }]);
    expect((await announced())[0]!.reads).toMatch(/^[34]\.\d\d EUR$/);

    const second = await say("A-2", "2025-07-02T09:00:00Z");
    expect(second.corrects).toEqual(["A-1"]);
    expect(await stands(correction("A-1"))).toBe("kept");
    expect(await announced()).toMatchObject([
      { id: "A-1", corrected: true },
      { id: "A-2", corrected: false },
    ]);
    expect((await auditOf(ledger, name)).faults).toEqual([]);
  });

  test("also where the correction is stated by itself", async () => {
    await say("A-1", "2025-06-30T10:00:00Z");
    await tell("payment.received", "2025-06-11T08:00:00Z", "2025-07-02T08:00:00Z", { amount: "1000.00 EUR" });
    await tell("announcement.corrected", "2025-07-03T08:00:00Z", "2025-07-03T08:00:00Z", { channel: "letter" }, "A-1");
    expect(await stands(correction("A-1"))).toBe("kept");
  });

  test("once: what else comes late does not open it again", async () => {
    await say("A-1", "2025-06-30T10:00:00Z");
    await tell("payment.received", "2025-06-11T08:00:00Z", "2025-07-02T08:00:00Z", { amount: "400.00 EUR" });
    await tell("payment.received", "2025-06-12T08:00:00Z", "2025-07-03T08:00:00Z", { amount: "600.00 EUR" });
    const rows = await rowsOf(ledger, name);
    expect([...rows.keys()].filter((id) => id.startsWith("announcement-correction/"))).toEqual([correction("A-1")]);
  });

  test("and one that is no more is contradicted without a reading", async () => {
    await say("A-1", "2025-06-30T10:00:00Z");
    await tell("fact.withdrawn", "2025-07-02T08:00:00Z", "2025-07-02T08:00:00Z", { target: `desk:fact-${told}` }, "contract");
    expect(await announced()).toEqual([{ id: "A-1", said: "10.81 EUR", reads: "nothing", corrected: false }]);
    expect(await stands(correction("A-1"))).toBe("open");
  });
});

describe("nothing opens", () => {
  test("for a late fact that changes nothing of what was said", async () => {
    await say("A-1", "2025-06-30T10:00:00Z");
    await tell(
      "invoice.received",
      "2025-06-20T08:00:00Z",
      "2025-07-02T08:00:00Z",
      { amount: "50.00 EUR", due: "2025-08-31T22:00:00Z" },
      "F-2",
    );
    expect(await announced()).toEqual([{ id: "A-1", said: "10.81 EUR", corrected: false }]);
  });

  test("for a late fact about a time after the announcement", async () => {
    await say("A-1", "2025-06-10T10:00:00Z");
    await tell("incident.received", "2025-06-25T08:00:00Z", "2025-06-25T08:00:00Z", { severity: "minor" }, "I-1");
    await tell("payment.received", "2025-06-20T08:00:00Z", "2025-07-02T08:00:00Z", { amount: "1000.00 EUR" });
    expect((await announced())[0]).not.toHaveProperty("reads");
  });

  test("for what goes on by itself: what was owed is paid, what grew has grown", async () => {
    await say("A-1", "2025-06-10T10:00:00Z");
    await tell("payment.received", "2025-06-20T08:00:00Z", "2025-06-20T08:00:00Z", { amount: "1000.00 EUR" });
    await tell(
      "invoice.received",
      "2025-06-21T08:00:00Z",
      "2025-07-02T08:00:00Z",
      { amount: "50.00 EUR", due: "2025-08-31T22:00:00Z" },
      "F-2",
    );
    expect((await announced())[0]).not.toHaveProperty("reads");
  });

  test("for an item that a late fact only gave another number", async () => {
    await tell(
      "invoice.received",
      "2025-05-20T08:00:00Z",
      "2025-05-20T08:00:00Z",
      { amount: "9.00 EUR", due: "2025-06-30T22:00:00Z" },
      "F-9",
    );
    await say("A-1", "2025-06-30T10:00:00Z", fee);
    await tell(
      "invoice.received",
      "2025-05-19T08:00:00Z",
      "2025-07-02T08:00:00Z",
      { amount: "7.00 EUR", due: "2025-06-14T22:00:00Z" },
      "F-8",
    );
    expect((await announced())[0]).not.toHaveProperty("reads");
  });
});

test("what is announced twice under one name is announced once; under another's name it is refused", async () => {
  const first = await say("A-1", "2025-06-30T10:00:00Z");
  const again = await say("A-1", "2025-07-10T10:00:00Z");
  expect(again.said).toEqual(first.said);
  expect(again.appended.entries).toMatchObject([{ again: true }]);
  await expect(say("A-1", "2025-07-10T11:00:00Z", interest, "distributor")).rejects.toThrow(/A-1/);
  await expect(say("A-2", "2025-07-10T11:00:00Z", "interest/F-1/9")).rejects.toThrow(NoSuchItem);
});

test("what fell due since the clock last looked is announced as it is", async () => {
  const order = { parties: {}, figures: {}, readings: {}, order: {}, documents: ["fr", "eu", "boost-my-mail"] };
  ledger.time.now = at("2025-01-15T09:00:00Z");
  name = await newContract(ledger, database, { ...order, order: { "customer-quality": "non-professional" }, contract: "an association" });
  await tell("contract.accepted", "2025-01-15T09:00:00Z", "2025-01-15T09:00:00Z", {}, "contract");
  await tell("user.signed-in", "2025-10-15T09:00:00Z", "2025-10-15T09:00:00Z", {}, "U-1");
  const reminder = "legal-renewal-reminder/contract/1";
  expect(await stands(reminder)).toBe("open");
  const { said } = await say("A-1", "2025-12-15T09:00:00Z", reminder);
  expect(said).toEqual({ state: "missed", due: "2025-12-14T23:00:00.000Z" });
  expect(await stands(reminder)).toBe("missed");
});

test("other figures of the world contradict what was announced under the old ones, whoever restates", async () => {
  const restaters = [
    (release: TestLedger) => restateOutdated(release, { rest: 0 }),
    async (release: TestLedger) => {
      for await (const { outcome } of rebuild(release, { only: name.contract })) expect(outcome).toBe("restated");
    },
    (release: TestLedger) => append(release, name, [incident(release)], "test"),
    (release: TestLedger) => announce(release, name, { source: "desk", id: "A-9", item: fee, to: "customer" }, "test"),
  ];
  const release = reopened(ledger, otherFigures("9.99"));
  for (const restater of restaters) {
    await begin();
    await say("A-1", "2025-06-30T10:00:00Z");
    release.time.now = at("2025-07-03T08:00:00Z");
    await restater(release);
    expect(await stands(correction("A-1"))).toBe("open");
    expect((await announced())[0]).toMatchObject({ said: "10.81 EUR", reads: "16.43 EUR", corrected: false });
    const revisions = await reading(ledger.database, [name.tenant], (transaction) => listRevisions(transaction, name, undefined, 9));
    expect(revisions.filter(({ cause }) => cause === "edition")).toHaveLength(1);
    expect((await auditOf(release, name)).faults).toEqual([]);
  }
});

function incident(on: TestLedger): Omit<Fact, "recorded"> {
  const fact = { source: "desk", id: "incident", kind: "incident.received", subject: "I-1", by: "customer" };
  return { ...fact, occurred: on.time.now, fields: { severity: "minor" } };
}

describe("reminders", () => {
  beforeEach(async () => {
    ledger.time.now = at("2025-01-15T09:00:00Z");
    const order = {
      parties: {},
      figures: {},
      readings: {},
      order: { "customer-quality": "non-professional" },
      documents: ["fr", "eu", "boost-my-mail"],
    };
    name = await newContract(ledger, database, { ...order, contract: `reminded ${told}` });
    await tell("contract.accepted", "2025-01-15T09:00:00Z", "2025-01-15T09:00:00Z", {}, "contract");
  });

  const soon = async (now: string, days: number) =>
    (await remindersOf(ledger, name, at(now), days * DAY)).map(({ id, edge }) => [id, formatInstant(edge)]);

  test("say what comes within a time, the soonest first, and nothing that is behind", async () => {
    const opening = ["counted-reminder/contract/1", "2025-10-14T22:00:00.000Z"];
    expect(await soon("2025-10-01T09:00:00Z", 30)).toContainEqual(opening);
    expect(await soon("2025-09-01T09:00:00Z", 30)).not.toContainEqual(opening);
    expect(await soon("2025-10-14T22:00:00Z", 30)).not.toContainEqual(opening);
    const edges = (await soon("2025-01-16T09:00:00Z", 3650)).map(([, edge]) => edge!);
    expect(edges).toEqual(edges.toSorted());
    expect(edges.length).toBeGreaterThan(1);
  });

  test("go when what they are about is done", async () => {
    await tell("user.signed-in", "2025-10-20T09:00:00Z", "2025-10-20T09:00:00Z", {}, "U-1");
    const deadline = ["legal-renewal-reminder/contract/1", "2025-12-14T23:00:00.000Z"];
    expect(await soon("2025-12-01T09:00:00Z", 30)).toContainEqual(deadline);
    await tell("renewal-reminder.sent", "2025-11-10T09:00:00Z", "2025-11-10T09:00:00Z", {}, "contract");
    expect(await soon("2025-12-01T09:00:00Z", 30)).not.toContainEqual(deadline);
  });

  test("are the same across contracts", async () => {
    const now = at("2025-01-16T09:00:00Z");
    const one = await remindersOf(ledger, name, now, 3650 * DAY);
    const across = await remindersAcross(ledger, [name.tenant, "01990000-0000-7000-8000-00000000dead"], now, 3650 * DAY);
    expect(across).toEqual(one);
  });
});
