import { describe, expect, test } from "vitest";
import { severalHands, uloa } from "./several-hands.ts";

// U-4, U-3.1, B-2, B-10.2: who holds a seat, how many may, and how that number grows.

const two = {
  ...uloa,
  figures: {
    "seats.at-most": "2",
    "subscription.price": "30.00 EUR",
    "subscription.every": "month",
    "subscription.billed": "in advance",
    "term.starts": "2025-01-01",
    "term.initial": "1 year",
    "term.renewal": "none",
  },
};

describe("U-4: seats of a group", () => {
  test("those held are counted with the affiliates' own, and a refused one is not", async () => {
    const { ask, tell } = await severalHands(two);
    await tell("administrator", "seat.assigned", { subject: "U-1" });
    await tell("administrator", "seat.assigned", { subject: "U-2", fields: { affiliate: "Nord" } });
    const third = await tell("administrator", "seat.assigned", { subject: "U-3" });
    expect(third.body).toMatchObject({ outcome: "refused" });
    const [cap] = (await ask("administrator", "seats")).body.caps;
    expect(cap).toMatchObject({ clause: "seats", article: "3.1", unit: "authorised users", most: "2", held: 2, beyond: "refused" });
    expect(cap.holders.map((one: { subject: string; affiliate?: string }) => [one.subject, one.affiliate])).toEqual([
      ["U-1", undefined],
      ["U-2", "Nord"],
    ]);
  });

  test("above the cap a seat is refused with the clause's reason", async () => {
    const { tell } = await severalHands(two);
    for (const subject of ["U-1", "U-2"]) await tell("administrator", "seat.assigned", { subject });
    const { body } = await tell("administrator", "seat.assigned", { subject: "U-3" });
    expect(body.items).toMatchObject([
      { type: "refusal", clause: "seats", reason: { words: { en: expect.stringContaining("most allowed is 2") } } },
    ]);
  });

  test("somebody left, somebody comes: the seat is free at once, and the newcomer's since then", async () => {
    const { ask, tell, wait } = await severalHands(two);
    for (const subject of ["U-1", "U-2"]) await tell("administrator", "seat.assigned", { subject });
    wait(3_600_000);
    await tell("administrator", "seat.released", { subject: "U-1", fields: { reason: "departure" } });
    expect((await tell("administrator", "seat.assigned", { subject: "U-3" })).body.outcome).toBe("effective");
    const [cap] = (await ask("administrator", "seats")).body.caps;
    expect(cap.holders).toMatchObject([{ subject: "U-2" }, { subject: "U-3", since: "2025-01-06T09:01:05.000Z" }]);
  });

  test("an assignment taken back within the minute never was", async () => {
    const { ask, tell } = await severalHands(two);
    await tell("administrator", "seat.assigned", { subject: "U-1", id: "one" });
    await tell("administrator", "fact.withdrawn", { fields: { target: "customer:one" } });
    expect((await ask("administrator", "seats")).body.caps[0]).toMatchObject({ held: 0, holders: [] });
  });

  test("a holder's name is kept apart: the customer's administrator reads it, the provider's support does not", async () => {
    const { ask, tell } = await severalHands(two);
    await tell("administrator", "seat.assigned", { subject: "p-7", personal: { note: { person: "p-7", text: "Léa Martin" } } });
    expect((await ask("administrator", "seats")).body.caps[0].holders).toMatchObject([{ subject: "p-7", name: "Léa Martin" }]);
    const seen = await ask("support", "seats");
    expect(JSON.stringify(seen.body)).not.toContain("Léa");
    expect(JSON.stringify((await ask("support", "facts")).body)).not.toContain("Léa");
  });
});

describe("U-4: a notice of increase", () => {
  test("in writing to the distributor raises the cap at once; what it costs is told before", async () => {
    const { ask, tell } = await severalHands(two);
    for (const subject of ["U-1", "U-2"]) await tell("administrator", "seat.assigned", { subject });
    const notice = { subject: "N-1", fields: { quantity: 3, to: "distributor", "in-form": "writing" } };
    const would = await ask("administrator", "facts/trial", { id: "x", kind: "increase.notified", ...notice });
    expect(would.body.outcome).toBe("effective");
    expect(would.body.items.filter(({ type }: { type: string }) => type === "amount")).toMatchObject([
      { clause: "subscription", to: "distributor" },
    ]);
    expect((await ask("administrator", "seats")).body.caps[0].most).toBe("2");
    await tell("administrator", "increase.notified", notice);
    const [cap] = (await ask("administrator", "seats")).body.caps;
    expect(cap).toMatchObject({ most: "3", increase: { act: "increase.notified", form: "writing", to: ["distributor"] } });
    expect(cap.notices).toMatchObject([{ quantity: "3", received: "2025-01-06T08:01:05.000Z" }]);
    expect((await tell("administrator", "seat.assigned", { subject: "U-3" })).body.outcome).toBe("effective");
  });

  test("in no form, or to the provider, raises nothing", async () => {
    const { ask, tell } = await severalHands(two);
    const formless = await tell("administrator", "increase.notified", { subject: "N-1", fields: { quantity: 3, to: "distributor" } });
    expect(formless.body.outcome).toBe("refused");
    await tell("administrator", "increase.notified", { subject: "N-2", fields: { quantity: 3, to: "provider", "in-form": "writing" } });
    const [cap] = (await ask("administrator", "seats")).body.caps;
    expect(cap.most).toBe("2");
    expect(cap.notices).toMatchObject([{ missed: ["distributor"] }, { refused: "the form asked for is: writing" }]);
  });

  test("is seen by the distributor, who may dispute it in writing; it holds meanwhile", async () => {
    const { ask, tell } = await severalHands(two);
    await tell("administrator", "increase.notified", { subject: "N-1", fields: { quantity: 3, to: "distributor", "in-form": "writing" } });
    const seen = (await ask("distributor", "seats")).body.caps[0].notices[0];
    expect(seen).toMatchObject({ subject: "N-1", dispute: { act: "increase.disputed", form: "writing" } });
    const said = await tell("distributor", "increase.disputed", { subject: "N-1", fields: { reason: "tariff not agreed" } });
    expect(said.body.outcome).toBe("refused");
    await tell("distributor", "increase.disputed", { subject: "N-1", fields: { reason: "tariff not agreed", "in-form": "writing" } });
    const [cap] = (await ask("administrator", "seats")).body.caps;
    expect(cap.notices).toMatchObject([{ disputed: { reason: "tariff not agreed" } }]);
    expect(cap.notices[0].dispute).toBeUndefined();
    expect(cap.most).toBe("3");
  });
});

describe("B-2, B-10.2: licences", () => {
  const boost = {
    documents: ["boost-my-mail"],
    figures: { "licences.at-most": "1", "fee.price": "24.00 EUR" },
    order: { billing: "annual" },
  };

  test("an address beyond them is used without right until it is put right, by notice or by leaving", async () => {
    const { ask, tell } = await severalHands(boost);
    await tell("administrator", "mailbox.added", { subject: "M-1" });
    await tell("administrator", "mailbox.added", { subject: "M-2" });
    const [cap] = (await ask("administrator", "seats")).body.caps;
    expect(cap).toMatchObject({
      unit: "licences",
      most: "1",
      held: 2,
      beyond: "breach",
      mends: [{ subject: "M-2", acts: expect.arrayContaining(["increase.notified"]) }],
    });
    await tell("administrator", "increase.notified", { subject: "M-2", fields: { quantity: 2 } });
    expect((await ask("administrator", "seats")).body.caps[0]).toMatchObject({ most: "2", held: 2, mends: [] });
  });

  test("an alias takes none", async () => {
    const { ask, tell } = await severalHands(boost);
    await tell("administrator", "mailbox.added", { subject: "M-1", fields: { alias: "yes" } });
    expect((await ask("administrator", "seats")).body.caps[0].held).toBe(0);
  });
});

test("U-2, U-4: first codes, activation and hand-over are facts of their own", async () => {
  const { ask, tell } = await severalHands(two);
  const steps = async () =>
    Object.fromEntries(
      (await ask("distributor", "opening")).body.steps.map((one: { kind: string; told?: object; since?: string }) => [
        one.kind,
        (one.told ?? one.since) !== undefined,
      ]),
    );
  expect(await steps()).toMatchObject({ "codes.issued": false, "service.activated": false, "codes.handed-over": false });
  await tell("desk", "codes.issued");
  expect(await steps()).toMatchObject({ "codes.issued": true, "service.activated": true, "codes.handed-over": false });
  await tell("distributor", "codes.handed-over");
  expect(await steps()).toMatchObject({ "codes.handed-over": true });
});

test("another customer finds none of it", async () => {
  const { ask } = await severalHands(two);
  for (const path of ["seats", "support-access", "unauthorised-access", "closing", "opening"])
    expect(await ask("stranger", path)).toMatchObject({ status: 404, body: { code: "not-found" } });
  for (const [path, body] of [
    ["support-access/uses", { what: "x" }],
    ["unauthorised-access", {}],
    ["facts/trial", { id: "x", kind: "account.closed" }],
  ] as const)
    expect(await ask("stranger", path, body)).toMatchObject({ status: 404, body: { code: "not-found" } });
});
