import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogSummary, type MinuteCount, createLogReader } from "./access-log.ts";
import { minuteFacts } from "./minutes-counted.ts";

const origin = { source: "front.log", recorded: "2015-06-01T08:00:00.000Z" };
const midnight = Date.UTC(2015, 4, 17) / 60_000;

function summary(minutes: readonly (readonly [number, MinuteCount])[]): LogSummary {
  return { lines: 0, bad: 0, problems: [], minutes: new Map(minutes) };
}

test("a day becomes one fact, from its first known minute", () => {
  const counted = summary([
    [midnight + 12, { requests: 3, errors: 1 }],
    [midnight + 10, { requests: 5, errors: 0 }],
    [midnight + 11, { requests: 7, errors: 0 }],
    [midnight + 1439, { requests: 2, errors: 2 }],
  ]);
  expect(minuteFacts(counted, origin)).toEqual([
    {
      id: "2015-05-17",
      source: "front.log",
      kind: "minutes.counted",
      occurred: "2015-05-17T00:10:00.000Z",
      recorded: "2015-06-01T08:00:00.000Z",
      by: "provider",
      fields: {
        from: "2015-05-17T00:10:00.000Z",
        known: [
          [0, 3],
          [1429, 1],
        ],
        errors: [
          [2, 3, 1],
          [1429, 2, 2],
        ],
      },
    },
  ]);
});

test("a run that crosses midnight is cut there, into two facts in order", () => {
  const counted = summary([1440, 1439].map((offset) => [midnight + offset, { requests: 1, errors: 0 }] as const));
  expect(minuteFacts(counted, origin).map(({ id, fields }) => [id, fields.from, fields.known])).toEqual([
    ["2015-05-17", "2015-05-17T23:59:00.000Z", [[0, 1]]],
    ["2015-05-18", "2015-05-18T00:00:00.000Z", [[0, 1]]],
  ]);
});

test("the subject is said only where there is one", () => {
  const counted = summary([[midnight, { requests: 1, errors: 0 }]]);
  expect(minuteFacts(counted, { ...origin, subject: "mail" })[0]?.subject).toBe("mail");
  expect(minuteFacts(counted, origin)[0]).not.toHaveProperty("subject");
});

test("a log without requests makes no fact: unknown is never good", () => expect(minuteFacts(summary([]), origin)).toEqual([]));

const counts = fc.uniqueArray(fc.tuple(fc.nat(4000), fc.nat(3), fc.nat(3)), { selector: ([minute]) => minute, maxLength: 60 });

test("the facts say every known minute once, every error, and nothing else", () =>
  fc.assert(
    fc.property(counts, (rows) => {
      const minutes = rows.map(([minute, errors, more]) => [midnight + minute, { requests: errors + more + 1, errors }] as const);
      const known: number[] = [];
      const errors: [number, MinuteCount][] = [];
      for (const { fields } of minuteFacts(summary(minutes), origin)) {
        const start = Date.parse(fields.from) / 60_000;
        for (const [offset, length] of fields.known) for (let i = 0; i < length; i += 1) known.push(start + offset + i);
        for (const [offset, requests, failed] of fields.errors) errors.push([start + offset, { requests, errors: failed }]);
      }
      const sorted = minutes.toSorted(([a], [b]) => a - b);
      expect(known).toEqual(sorted.map(([minute]) => minute));
      expect(errors).toEqual(sorted.filter(([, each]) => each.errors > 0));
    }),
  ));

test("runs are as long as they can be", () =>
  fc.assert(
    fc.property(counts, (rows) => {
      for (const { fields } of minuteFacts(summary(rows.map(([minute]) => [midnight + minute, { requests: 1, errors: 0 }])), origin)) {
        expect(fields.known[0]?.[0]).toBe(0);
        fields.known.slice(1).forEach(([offset], index) => {
          const [before, length] = fields.known[index] as [number, number];
          expect(offset).toBeGreaterThan(before + length);
        });
      }
    }),
  ));

const real = new URL("../../../../shared/data/apache_access.log", import.meta.url);

describe.skipIf(!existsSync(real))("the real log of May 2015 (skipped where ../shared/data/apache_access.log is absent)", () => {
  test("becomes four facts that know one minute an hour", () => {
    const reader = createLogReader();
    reader.push(readFileSync(real));
    const facts = minuteFacts(reader.end(), origin);
    expect(facts.map((each) => each.occurred)).toEqual([
      "2015-05-17T10:05:00.000Z",
      "2015-05-18T00:05:00.000Z",
      "2015-05-19T00:05:00.000Z",
      "2015-05-20T00:05:00.000Z",
    ]);
    expect(facts.map((each) => each.fields.known.length)).toEqual([14, 24, 24, 22]);
    expect(facts.map((each) => each.fields.errors)).toEqual([
      [],
      [
        [180, 114, 1],
        [900, 133, 1],
      ],
      [],
      [[840, 122, 1]],
    ]);
  });
});
