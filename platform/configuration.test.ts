import { expect, test } from "vitest";
import { Misconfigured, readConfiguration } from "./configuration.ts";

test("TENU_URL is an origin", () => {
  expect(readConfiguration({ TENU_URL: "https://tenu.example" }).url).toBe("https://tenu.example");
  expect(readConfiguration({}).url).toBeUndefined();
  for (const url of ["tenu.example", "https://tenu.example/path", "ftp://tenu.example", "https://tenu.example/?a"])
    expect(() => readConfiguration({ TENU_URL: url })).toThrow(Misconfigured);
});

test("a database of one's own needs all four logins", () => {
  const all = { DATABASE_URL: "a", DATABASE_OWNER_URL: "o", DATABASE_TASKS_URL: "t", DATABASE_IDENTITY_URL: "i" };
  expect(readConfiguration(all).logins).toEqual({ app: "a", owner: "o", tasks: "t", identity: "i" });
  for (const one of ["DATABASE_OWNER_URL", "DATABASE_TASKS_URL", "DATABASE_IDENTITY_URL"])
    expect(() => readConfiguration({ ...all, [one]: "" })).toThrow(Misconfigured);
});
