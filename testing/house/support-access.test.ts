import { describe, expect, test } from "vitest";
import { type Hands, severalHands, uloa } from "./several-hands.ts";

// U-5.2: support enters a customer's data under that customer's grant only, and every entry is told.

const boost = { documents: ["boost-my-mail"], figures: { "licences.at-most": "2" } };
const ada = "person/01990000-0000-7000-8000-ada";

function grant({ tell }: Hands, fields: object = {}) {
  const said = { until: "2025-01-06T12:00:00Z", person: ada, scope: "seats", ...fields };
  return tell("administrator", "access.granted", {
    subject: "G-1",
    fields: said,
    personal: { note: { person: "ada", text: "Ada Renard" } },
  });
}

describe("U-5.2: support access", () => {
  test("without a grant nothing is read, and the customer sees the attempt", async () => {
    const { ask } = await severalHands(uloa);
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({
      status: 403,
      body: { code: "no-grant", clause: "support-access", detail: expect.stringContaining("must come first") },
    });
    expect((await ask("administrator", "support-access")).body.elsewhere).toMatchObject([{ what: "a look", refused: expect.any(String) }]);
  });

  test("under a grant the use is told with what it is for, and the personal texts of an entry are read", async () => {
    const hands = await severalHands(uloa);
    const { ask, tell } = hands;
    const seat = await tell("administrator", "seat.assigned", {
      subject: "p-7",
      personal: { note: { person: "p-7", text: "Léa Martin" } },
    });
    await grant(hands);
    expect((await ask("support", "support-access")).body).toMatchObject({ me: ada, mine: "G-1" });
    const entered = await ask("support", "support-access/uses", { what: "ticket 12", entry: seat.body.entry });
    expect(entered).toMatchObject({ status: 201, body: { grant: "G-1", texts: [{ field: "note", text: "Léa Martin" }] } });
    const [given] = (await ask("administrator", "support-access")).body.grants;
    expect(given).toMatchObject({ state: "in force", name: "Ada Renard", uses: [{ what: "ticket 12", by: "provider", statedBy: ada }] });
    expect(given.uses[0].refused).toBeUndefined();
  });

  test("a grant names one person: another of the same desk does not enter under it", async () => {
    const hands = await severalHands(uloa);
    await grant(hands);
    expect(await hands.ask("other-support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
  });

  test("the desk, which records for anybody, lets nobody of its own in by that", async () => {
    const { ask, tell } = await severalHands(uloa);
    const fields = { until: "2025-01-06T12:00:00Z", person: ada, scope: "seats" };
    expect((await tell("support", "access.granted", { by: "administrator", subject: "G-1", fields })).status).toBe(201);
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
    await tell("administrator", "access.granted", { id: "g-2", subject: "G-2", fields: { ...fields, person: "bob" } });
    await tell("support", "fact.corrected", { subject: "G-2", fields: { target: "customer:g-2", fields: { person: ada } } });
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
    await tell("administrator", "access.granted", { subject: "G-3", fields });
    await tell("administrator", "access.revoked", { id: "r-3", subject: "G-3" });
    await tell("support", "fact.withdrawn", { subject: "G-3", fields: { target: "customer:r-3" } });
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
  });

  test("past its end, or taken back, it lets nobody in", async () => {
    const hands = await severalHands(uloa);
    const { ask, tell, wait } = hands;
    await grant(hands);
    await tell("administrator", "access.revoked", { subject: "G-1" });
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
    await tell("administrator", "access.granted", {
      subject: "G-2",
      fields: { until: "2025-01-06T09:00:00Z", person: ada, scope: "seats" },
    });
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 201 });
    wait(3_600_000);
    expect(await ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
    const { grants } = (await ask("administrator", "support-access")).body;
    expect(grants.map(({ subject, state }: { subject: string; state: string }) => [subject, state])).toEqual([
      ["G-2", "over"],
      ["G-1", "revoked"],
    ]);
  });

  test("a grant that names nobody grants nothing, and says so", async () => {
    const { ask, tell } = await severalHands(uloa);
    const said = await tell("administrator", "access.granted", {
      subject: "G-1",
      fields: { until: "2025-01-06T12:00:00Z", scope: "seats" },
    });
    expect(said.body.outcome).toBe("refused");
    expect((await ask("administrator", "support-access")).body.grants).toMatchObject([{ state: "refused", refused: expect.any(String) }]);
  });

  test("support reads no personal text by the ordinary way", async () => {
    const { ask, tell } = await severalHands(uloa);
    const seat = await tell("administrator", "seat.assigned", {
      subject: "p-7",
      personal: { note: { person: "p-7", text: "Léa Martin" } },
    });
    expect(await ask("support", `facts/${seat.body.entry}/personal`)).toMatchObject({ status: 403, body: { code: "missing-scope" } });
  });

  test("only the provider's staff, where a contract lets in nobody else", async () => {
    const hands = await severalHands(boost);
    await grant(hands);
    expect(await hands.ask("support", "support-access/uses", { what: "a look" })).toMatchObject({ status: 201 });
    expect(await hands.ask("distributor", "support-access/uses", { what: "a look" })).toMatchObject({ status: 403 });
    expect(await hands.ask("administrator", "support-access/uses", { what: "a look" })).toMatchObject({
      status: 403,
      body: { code: "support-only" },
    });
  });
});
