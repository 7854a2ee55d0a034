import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openPages } from "./pages.ts";
import { Refused } from "./problem.ts";

const pages = openPages(randomBytes(32));
const all = Array.from({ length: 23 }, (_, index) => ({ at: 1000 - (index >> 2), id: `c${index}` }));
const read = (list: string, cursor: string | undefined) => pages.after(list, cursor);

test("going from cursor to cursor meets every row once, in order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (limit) => {
      const met: typeof all = [];
      let cursor: string | undefined;
      do {
        const after = read("contracts", cursor);
        const from = after === undefined ? 0 : all.findIndex((row) => row.id === after[1]) + 1;
        const { body } = pages.page("contracts", all.slice(from, from + limit + 1), limit, (row) => [row.at, row.id], "/api/v1/contracts");
        met.push(...body.items);
        cursor = body.next;
      } while (cursor !== undefined);
      expect(met).toEqual(all);
    }),
  );
});

test("Link names the next page with the filters of this one", () => {
  const { body, headers } = pages.page(
    "contracts",
    all.slice(0, 3),
    2,
    (row) => [row.id],
    "/api/v1/contracts?limit=2&state=running&cursor=old",
  );
  expect(headers["Link"]).toBe(`</api/v1/contracts?limit=2&state=running&cursor=${body.next}>; rel="next"`);
});

test("a cursor that was changed, or that another list gave, is refused", () => {
  const { next } = pages.page("contracts", all.slice(0, 3), 2, (row) => [row.id], "/").body;
  expect(read("contracts", next)).toEqual(["c1"]);
  expect(() => read("contracts of another tenant", next)).toThrow(Refused);
  const bytes = Buffer.from(next!, "base64url");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const forged = Buffer.from(bytes);
      forged[at]! ^= 1 << bit;
      expect(() => read("contracts", forged.toString("base64url"))).toThrow(Refused);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => read("contracts", text)).toThrow(Refused);
    }),
  );
});
