import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { passwordsOf } from "./logins.ts";

const home = mkdtempSync(join(tmpdir(), "tenu-logins-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("a login that a later release brought gets a password; the others keep theirs", () => {
  const before = { owner: "a", app: "b", tasks: "c" };
  writeFileSync(join(home, "postgres-logins.json"), JSON.stringify(before), { mode: 0o600 });
  const after = passwordsOf(home);
  expect(after).toMatchObject(before);
  expect(after.identity).toMatch(/^[\w-]{32}$/);
  expect(passwordsOf(home)).toEqual(after);
  if (process.platform !== "win32") expect(statSync(join(home, "postgres-logins.json")).mode & 0o777).toBe(0o600);
});
