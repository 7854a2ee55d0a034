import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highestRole, kindOf, mayGive, type Role, roles, scopesOf, wantsStrongPassword } from "./roles.ts";

const role = fc.constantFrom(...roles);
const [here, there] = ["here", "there"];
const inviter = (held: Role, tenant = here) => ({ role: held, scopes: scopesOf(held), tenant });
const host = (of: Role, more: object = {}) => ({ tenant: here, kind: kindOf(of), distributor: undefined, administered: true, ...more });

/** Who may bring whom into their own tenant, written out. */
const table: Readonly<Record<Role, readonly Role[]>> = {
  owner: ["owner", "operations", "support", "finance", "data-protection"],
  operations: [],
  support: [],
  finance: [],
  "data-protection": [],
  distributor: ["distributor"],
  administrator: ["administrator", "affiliate", "user"],
  affiliate: ["user"],
  user: [],
};

describe.each(roles)("%s", (held) => {
  test.each(roles)("brings %s into its own tenant only where the table says so", (given) => {
    const may = kindOf(held) === kindOf(given) && mayGive(inviter(held), given, host(given));
    expect(may).toBe(table[held].includes(given));
  });
});

test("nobody gives more than they have, but for the first administrator that a distributor hands over", () =>
  fc.assert(
    fc.property(role, role, fc.boolean(), fc.boolean(), (held, given, own, administered) => {
      const to = host(given, { tenant: own ? here : there, distributor: held === "distributor" ? here : undefined, administered });
      if (!mayGive(inviter(held), given, to)) return;
      const first = held === "distributor" && given === "administrator" && !own && !administered;
      const beyond = scopesOf(given).filter((scope) => !scopesOf(held).includes(scope));
      expect(first || beyond.length === 0).toBe(true);
      expect(kindOf(given)).toBe(to.kind);
    }),
  ));

test("an owner brings anybody into any tenant", () => {
  for (const given of roles) expect(mayGive(inviter("owner"), given, host(given, { tenant: there }))).toBe(true);
});

test("a distributor hands over the first administrator of its own customers, and no second, nobody else, nowhere else", () => {
  const customer = host("administrator", { tenant: there, distributor: here, administered: false });
  expect(mayGive(inviter("distributor"), "administrator", customer)).toBe(true);
  expect(mayGive(inviter("distributor"), "administrator", { ...customer, administered: true })).toBe(false);
  expect(mayGive(inviter("distributor"), "user", customer)).toBe(false);
  expect(mayGive(inviter("distributor"), "administrator", { ...customer, distributor: "other" })).toBe(false);
});

test("a key with few scopes gives no role that has more", () => {
  const narrow = { role: highestRole("provider"), scopes: ["people:write" as const], tenant: here };
  for (const given of roles) expect(mayGive(narrow, given, host(given))).toBe(false);
});

test("who decides for others needs the longer password", () => {
  expect(roles.filter((one) => !wantsStrongPassword([one]))).toEqual(["affiliate", "user"]);
  expect(wantsStrongPassword(["user", "administrator"])).toBe(true);
  expect(wantsStrongPassword([])).toBe(false);
});
