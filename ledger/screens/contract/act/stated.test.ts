import { expect, test } from "vitest";
import { loadReferences } from "#references/load.ts";
import type { Act } from "../life/acts.ts";
import { isComplete, statedBy } from "./stated.ts";

const zone = loadReferences().zones["Europe/Paris"]!;
const act: Act = {
  item: "credit-claim/2025-05/1",
  kind: "credit.claimed",
  words: "credit claimed",
  subject: "2025-05",
  purpose: "claim the service credit",
  by: [{ value: "customer", words: "customer" }],
  form: { choices: [] },
  fields: [
    { name: "amount", words: "amount", input: "amount", required: true },
    { name: "effective", words: "effective", input: "instant", required: false },
    { name: "to", words: "to", input: "list", required: false },
  ],
};
const filled = { by: "customer", form: "e-mail", occurred: "", fields: { amount: " 12,50 EUR " } };

test("what was left empty is not said, and now is the server's to tell", () =>
  expect(statedBy(act, filled, "F-1", zone)).toEqual({
    id: "F-1",
    kind: "credit.claimed",
    subject: "2025-05",
    by: "customer",
    fields: { amount: "12.50 EUR", "in-form": "e-mail" },
  }));

test("instants are told in UTC, lists as lists", () => {
  const fields = { amount: "1 EUR", effective: "2025-07-01T10:00", to: "provider, distributor" };
  expect(statedBy(act, { ...filled, occurred: "2025-07-01T09:00", fields }, "F-1", zone)).toMatchObject({
    occurred: "2025-07-01T07:00:00.000Z",
    fields: { effective: "2025-07-01T08:00:00.000Z", to: ["provider", "distributor"] },
  });
});

test("it is complete once what is required is said", () => {
  expect(isComplete(act, filled)).toBe(true);
  expect(isComplete(act, { ...filled, fields: {} })).toBe(false);
});
