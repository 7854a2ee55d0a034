import { describe, expect, test } from "vitest";
import { DAY } from "#kernel/time/instant.ts";
import { severalHands, uloa } from "./several-hands.ts";
import { tick } from "#ledger/clock/tick.ts";

// B-4.2 and B-17: closing the account is the notice.

const boost = { documents: ["boost-my-mail"], figures: { "licences.at-most": "2" } };

describe("B-4.2: closing the account", () => {
  test("says when it takes effect before it is done, and changes nothing by saying so", async () => {
    const { ask } = await severalHands(boost);
    const before = await ask("administrator", "closing");
    expect(before.body).toMatchObject({
      phase: "running",
      right: { clause: "customer-exit", article: "4.2", open: true },
      would: { outcome: "effective", ends: "2026-01-05T23:00:00.000Z" },
    });
    expect(before.body.ends).toBeUndefined();
    expect((await ask("administrator", "closing")).body).toEqual(before.body);
  });

  test("is the notice: the contract runs, and is served, to the period's end", async () => {
    const { ask, tell } = await severalHands(boost);
    const { would } = (await ask("administrator", "closing")).body;
    expect((await tell("administrator", "account.closed")).body.outcome).toBe("effective");
    const after = (await ask("administrator", "closing")).body;
    expect(after).toMatchObject({ phase: "running", ends: would.ends, closed: { entry: expect.any(Number) } });
    expect(after.would).toBeUndefined();
    expect((await tell("administrator", "mailbox.added", { subject: "M-1" })).body.outcome).toBe("effective");
  });

  test("a contract that does not end so says that there is no such right", async () => {
    const { ask } = await severalHands(uloa);
    const { right, would } = (await ask("administrator", "closing")).body;
    expect([right, would]).toEqual([undefined, undefined]);
  });
});

describe("B-17: after the end", () => {
  test("a copy or the destruction is chosen within thirty days, in writing", async () => {
    const { ask, tell, wait, ledger } = await severalHands(boost);
    await tell("administrator", "account.closed");
    expect((await ask("administrator", "closing")).body.choice).toMatchObject({
      open: false,
      form: "writing",
      within: expect.stringMatching(/^30.days$/),
    });
    wait(366 * DAY);
    await tick(ledger);
    const { choice, phase } = (await ask("administrator", "closing")).body;
    expect([phase, choice.open, choice.until]).toEqual(["ended", true, "2026-02-04T23:00:00.000Z"]);
    expect((await tell("administrator", "data.choice", { fields: { choice: "copy" } })).body.outcome).toBe("refused");
    await tell("administrator", "data.choice", { fields: { choice: "copy", "in-form": "writing" } });
    expect((await ask("administrator", "closing")).body).toMatchObject({ chosen: { choice: "copy" }, choice: { open: false } });
  });
});
