import { expect, test } from "vitest";
import type { Standing } from "#kernel/engine/standing.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { agreement } from "./agreement.ts";

const due = "2025-07-01T08:00:00.000Z";
const mine = standing([
  { id: "answer/R-1/1", type: "obligation", state: "open", due: parseInstant(due) },
  { id: "answer/R-0/1", type: "obligation", state: "kept", closed: 1 },
]);

test("two calculations agree on open items, their states and their deadlines", () =>
  expect(agreement([{ id: "answer/R-1/1", state: "open", due }], mine)).toEqual({ agrees: true }));

test("what differs is named: another state, another deadline, an item that only one of them has", () => {
  expect(agreement([{ id: "answer/R-1/1", state: "missed", due }], mine)).toEqual({ agrees: false, on: ["answer/R-1/1"] });
  expect(agreement([{ id: "answer/R-1/1", state: "open" }], mine)).toEqual({ agrees: false, on: ["answer/R-1/1"] });
  expect(agreement([{ id: "answer/R-9/1", state: "open" }], mine)).toEqual({ agrees: false, on: ["answer/R-9/1", "answer/R-1/1"] });
});

function standing(items: readonly object[]): Standing {
  return { items } as unknown as Standing;
}
