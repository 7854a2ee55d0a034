import { expect, test } from "vitest";
import { ENGINE_EDITION } from "#kernel/engine/standing.ts";
import { references } from "./lives/life.ts";
import { lived, recorded, seeds } from "./edition/standings.ts";

// What was said stays as it was said: an engine that says otherwise of the same facts carries another edition. After a change of
// terms, or of the engine with its edition raised, `npm run restate` records anew; its diff shows which lives were restated.

const before = recorded();

test("the edition recorded is this one", () => {
  expect([before.engine, before.references]).toEqual([ENGINE_EDITION, references.edition]);
});

test.each(seeds)("life %i stands as recorded (npm run restate)", (seed) => {
  expect(lived(seed)).toEqual(before.lives[String(seed)]);
});
