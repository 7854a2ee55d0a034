import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Locked {
  resolved?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8")) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages);

test("the lock names no registry: whoever installs uses their own", () => {
  expect(packages.filter(([, each]) => each.resolved !== undefined).map(([path]) => path)).toEqual([]);
});

// npm drops from the lock what its registry did not offer at the time, and no other platform can install it afterwards.
test("the lock holds the binaries of every platform, not only of the one it was written on", () => {
  const wanted = packages.flatMap(([, each]) => Object.keys(each.optionalDependencies ?? {}));
  expect(wanted.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
});

test("nothing we depend on runs a script of its own when it is installed", () => {
  const scripted = packages.filter(([path, each]) => path !== "" && each.hasInstallScript && !each.optional);
  expect(scripted.map(([path]) => path)).toEqual([]);
});
