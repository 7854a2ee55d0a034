import { format } from "node:util";

/** A test as the files declare it, to be run again and again in one process. */
export interface Test {
  name: string;
  run: () => unknown;
}

export const tests: Test[] = [];
const path: string[] = [];

type Body = (...values: never[]) => unknown;

export function describe(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}

export function test(name: string, body: () => unknown): void {
  tests.push({ name: [...path, name].join(" > "), run: body });
}

function each(declare: (name: string, body: () => unknown) => void) {
  return (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? (row as unknown[]) : [row];
      declare(named(name, values), () => body(...(values as never[])));
    }
  };
}

/** `$key` is a field of the row, `%s` and the like its values. */
function named(name: string, values: readonly unknown[]): string {
  const [row] = values;
  if (name.includes("$") && typeof row === "object" && row !== null)
    return name.replaceAll(/\$(\w+)/g, (_, key: string) => String((row as Record<string, unknown>)[key]));
  return name.includes("%") ? format(name, ...values).split("\n")[0]! : name;
}

describe.each = each((name, body) => describe(name, () => void body()));
test.each = each(test);
export const it = test;

// The rest is vitest's own: only declaring and running differ.
const vitest = (await import(new URL("../../node_modules/vitest/dist/index.js", import.meta.url).href)) as Record<string, unknown>;
export const expect = vitest["expect"];
