import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { DAY, formatInstant, HOUR } from "#kernel/time/instant.ts";
import { Backward, openClock } from "./clock.ts";
import { clearDirectory } from "./directory.ts";
import { clockRoutes } from "./routes.ts";

const machine = { now: Date.parse("2026-11-20T09:00:00Z") };
const folder = mkdtempSync(join(tmpdir(), "tenu-clock-"));
const directory = join(folder, "data");
clearDirectory(directory, machine.now, "this");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ask(routes: ReturnType<typeof clockRoutes>, name: string, body?: unknown) {
  const found = routes.find((route) => route.name === name)!;
  return found.handle({ input: { body } } as never);
}

test("the clock goes forward only, and is where it was left", () => {
  const clock = openClock(directory, () => machine.now);
  clock.moveTo(machine.now + 2 * DAY);
  expect(() => clock.moveTo(machine.now + DAY)).toThrow(Backward);
  machine.now += HOUR;
  expect(openClock(directory, () => machine.now).now()).toBe(machine.now + 2 * DAY);
});

test("whoever moves it has what is due meanwhile lived before the answer", async () => {
  const clock = openClock(directory, () => machine.now);
  const lived: number[] = [];
  const routes = clockRoutes(clock, () => Promise.resolve(void lived.push(clock.now())));
  const at = clock.now() + 7 * DAY;
  expect(await ask(routes, "moveDemonstrationClock", { at: formatInstant(at) })).toEqual({
    status: 200,
    body: { at: formatInstant(at), ahead: 9 * DAY },
  });
  expect(lived).toEqual([at]);
  expect((await ask(routes, "getDemonstrationClock")).body).toEqual({ at: formatInstant(at), ahead: 9 * DAY });
  for (const astray of [at - 1, at + 400 * DAY])
    await expect(ask(routes, "moveDemonstrationClock", { at: formatInstant(astray) })).rejects.toThrow();
  expect(routes.map(({ scope }) => scope)).toEqual(["contracts:read", "admin"]);
});
