import { describe, expect, test } from "vitest";
import { severalHands } from "./several-hands.ts";

// B-8.2 and C-2.3: somebody got in who should not.

const boost = { documents: ["boost-my-mail"], figures: { "licences.at-most": "2" } };
const crm = { documents: ["crm-and-data"], figures: { "users.at-most": "2" } };

describe("B-8.2: unauthorised access", () => {
  test("is reported in one request, by any person of the customer; it opens an incident", async () => {
    const { ask } = await severalHands(boost);
    for (const who of ["user", "administrator"] as const) {
      const told = await ask(who, "unauthorised-access", {});
      expect(told).toMatchObject({ status: 201, body: { outcome: "effective" } });
      expect(told.body.items.map(({ clause }: { clause: string }) => clause)).toContain("anomaly-correction");
    }
    const { reports, agreement } = (await ask("user", "unauthorised-access")).body;
    expect(agreement).toBe("agreed-lock");
    expect(reports.map(({ by }: { by: string }) => by)).toEqual(["administrator", "user"]);
    expect(reports[0].items).toMatchObject([{ clause: "anomaly-correction", state: "open" }]);
  });

  test("is not reported by a key that only reads, nor by the provider", async () => {
    const { ask } = await severalHands(boost);
    for (const who of ["reading-key", "desk", "distributor"] as const)
      expect(await ask(who, "unauthorised-access", {})).toMatchObject({ status: 403, body: { code: "customers-only" } });
  });

  test("the lock waits for the customer's word", async () => {
    const { ask, tell } = await severalHands(boost);
    const { subject } = (await ask("user", "unauthorised-access", {})).body;
    expect((await tell("desk", "lock.applied", { subject })).body.outcome).toBe("refused");
    expect((await ask("administrator", "unauthorised-access")).body.reports).toMatchObject([{ refused: expect.any(String) }]);
    await tell("administrator", "lock.agreed", { subject });
    expect((await tell("desk", "lock.applied", { subject })).body.outcome).toBe("effective");
    const [report] = (await ask("administrator", "unauthorised-access")).body.reports;
    expect(report).toMatchObject({ agreed: expect.any(String), applied: { urgent: false } });
    expect(report.refused).toBeUndefined();
  });

  test("unless it is urgent, and recorded as such", async () => {
    const { ask, tell } = await severalHands(boost);
    const { subject } = (await ask("user", "unauthorised-access", {})).body;
    expect((await tell("desk", "lock.applied", { subject, fields: { urgent: "yes" } })).body.outcome).toBe("effective");
    expect((await ask("administrator", "unauthorised-access")).body.reports).toMatchObject([{ applied: { urgent: true } }]);
  });
});

describe("C-2.3: fraud", () => {
  test("told at once, and the registered letter is owed beside it", async () => {
    const { ask, tell } = await severalHands(crm);
    const { subject } = (await ask("user", "unauthorised-access", {})).body;
    const letter = async () => (await ask("administrator", "unauthorised-access")).body.reports[0].items[0];
    expect(await letter()).toMatchObject({ clause: "fraud-letter", state: "open", party: "customer", acts: ["fraud-letter.sent"] });
    expect((await tell("administrator", "fraud-letter.sent", { subject, fields: { "in-form": "e-mail" } })).body.outcome).toBe("refused");
    await tell("administrator", "fraud-letter.sent", { subject, fields: { "in-form": "registered letter" } });
    expect(await letter()).toMatchObject({ clause: "fraud-letter", state: "kept" });
  });

  test("the contract leaves the lock to the provider", async () => {
    const { ask, tell } = await severalHands(crm);
    const { subject } = (await ask("user", "unauthorised-access", {})).body;
    expect((await ask("administrator", "unauthorised-access")).body.agreement).toBeUndefined();
    expect((await tell("desk", "lock.applied", { subject })).body.outcome).toBe("effective");
  });
});
