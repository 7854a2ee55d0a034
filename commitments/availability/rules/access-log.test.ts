import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogSummary, createLogReader, longestLine } from "./access-log.ts";

const encoder = new TextEncoder();

function read(...chunks: readonly (string | Uint8Array)[]): LogSummary {
  const reader = createLogReader();
  for (const chunk of chunks) reader.push(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
  return reader.end();
}

function line(changes: { time?: string; request?: string; status?: string; user?: string; host?: string } = {}): string {
  const { time = "17/May/2015:10:05:03 +0000", request = "GET / HTTP/1.1", status = "200", user = "-", host = "83.149.9.216" } = changes;
  return `${host} - ${user} [${time}] "${request}" ${status} 203023 "http://example.com/" "Mozilla/5.0"`;
}

function minute(...utc: [year: number, month: number, date: number, hour: number, minute: number]): number {
  return Date.UTC(utc[0], utc[1] - 1, utc[2], utc[3], utc[4]) / 60_000;
}

const tenOhFive = minute(2015, 5, 17, 10, 5);

describe("a good line", () => {
  test.each([
    ["a plain one", line()],
    ["the common format, without referrer", '1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5'],
    ["one that ends with its status", '1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200'],
    ["a request with escaped quotes", line({ request: 'GET /\\"a\\" 500 \\"b HTTP/1.1' })],
    ["a request that ends in an escaped backslash", line({ request: "GET /\\\\" })],
    ["a request with a timestamp of its own", line({ request: "GET /[18/May/2015:10:05:03 +0000] HTTP/1.1" })],
    ["a user name with brackets", line({ user: "[ops] team" })],
    ["a user name with an escaped quote", line({ user: 'o\\"neil' })],
    ["an IPv6 host", line({ host: "2001:db8::1" })],
    ["an empty request", line({ request: "", status: "400" })],
    ["a client that left before any answer", line({ status: "000" })],
    ["a local time", line({ time: "17/May/2015:12:05:59 +0200" })],
    ["a local time across midnight", line({ time: "16/May/2015:22:35:00 -1130" })],
    ["a leap second", line({ time: "17/May/2015:10:05:60 +0000" })],
  ])("%s counts in its UTC minute", (_, text) => {
    expect(read(text)).toEqual({ lines: 1, bad: 0, problems: [], minutes: new Map([[tenOhFive, { requests: 1, errors: 0 }]]) });
  });

  test("may hold bytes that are no UTF-8", () => {
    const bytes = encoder.encode(line({ request: "GET /?? HTTP/1.1" })).map((byte) => (byte === 63 ? 0xff : byte));
    expect(read(bytes)).toMatchObject({ lines: 1, bad: 0 });
  });

  test.each([
    ["499", 0],
    ["500", 1],
    ["503", 1],
    ["599", 1],
    ["404", 0],
  ])("with status %s makes %i server errors", (status, errors) => {
    expect(read(line({ status })).minutes.get(tenOhFive)).toEqual({ requests: 1, errors });
  });
});

describe("a bad line", () => {
  test.each([
    ["", 1, "empty line"],
    ["hello", 1, "no timestamp"],
    ['1.2.3.4 - - [yesterday] "GET / HTTP/1.1" 200 5', 13, "no timestamp"],
    ['1.2.3.4 - - "GET /[17/May/2015:10:05:03 +0000]" 200 5', 1, "no timestamp"],
    [line({ time: "31/Feb/2015:10:05:03 +0000" }), 19, "impossible date"],
    [line({ time: "17/May/2015:10:05:61 +0000" }), 19, "impossible date"],
    ["1.2.3.4 - - [17/May/2015:10:05:03 +0000] 200 5", 41, "no request"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /', 42, "unclosed request"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /\\"', 42, "unclosed request"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /\\', 42, "unclosed request"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /"', 49, "no status"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /" 20', 50, "no status"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /" 2000 5', 50, "no status"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /" - 5', 50, "no status"],
    ['1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET /" 600 5', 50, "impossible status"],
    [`${"x".repeat(longestLine)} ${line()}`, 1, "line too long"],
  ])("%j is told at column %i: %s", (text, column, reason) => {
    expect(read(`${text}\n`)).toEqual({ lines: 1, bad: 1, problems: [{ line: 1, column, reason }], minutes: new Map() });
  });

  test("leaves the good lines around it", () => {
    const summary = read([line(), "rubbish", line({ status: "500" }), line({ time: "17/May/2015:10:05:99 +0000" }), line()].join("\n"));
    expect(summary).toMatchObject({ lines: 5, bad: 2, problems: [{ line: 2 }, { line: 4 }] });
    expect(summary.minutes).toEqual(new Map([[tenOhFive, { requests: 3, errors: 1 }]]));
  });

  test("is counted however many there are, and told for the first 20", () => {
    const summary = read("rubbish\n".repeat(1000));
    expect(summary).toMatchObject({ lines: 1000, bad: 1000 });
    expect(summary.problems.map((problem) => problem.line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

describe("a log", () => {
  test("that is empty has no lines", () => expect(read("")).toEqual({ lines: 0, bad: 0, problems: [], minutes: new Map() }));

  test("needs no newline at its end, and may end its lines as Windows does", () => {
    const lines = [line(), line({ status: "500" }), '1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200'];
    const expected = read(`${lines.join("\n")}\n`);
    expect(expected).toMatchObject({ lines: 3, bad: 0 });
    expect(read(lines.join("\n"))).toEqual(expected);
    expect(read(`${lines.join("\r\n")}\r\n`)).toEqual(expected);
    expect(read(`${lines.join("\r\n")}\r`)).toEqual(expected);
  });

  test("may be out of order, and sums each minute", () => {
    const times = ["17/May/2015:10:06:00 +0000", "17/May/2015:10:05:00 +0000", "17/May/2015:12:06:30 +0200", "17/May/2015:10:05:59 +0000"];
    expect(read(times.map((time) => line({ time, status: "502" })).join("\n")).minutes).toEqual(
      new Map([
        [tenOhFive, { requests: 2, errors: 2 }],
        [tenOhFive + 1, { requests: 2, errors: 2 }],
      ]),
    );
  });

  test("may change its zone between two lines that show the same time", () => {
    const summary = read([line(), line({ time: "17/May/2015:10:05:03 +0100" }), line({ time: "17/May/2015:10:05:03 -0100" })].join("\n"));
    expect([...summary.minutes.keys()]).toEqual([tenOhFive, tenOhFive - 60, tenOhFive + 60]);
  });

  const good = fc
    .record({
      time: fc.tuple(fc.nat(5), fc.integer({ min: 10, max: 60 }), fc.constantFrom("+0000", "+0200")),
      status: fc.constantFrom("200", "500", "503"),
      request: fc.constantFrom("GET /", '\\"', "é"),
    })
    .map(({ time: [minute, second, zone], ...rest }) => line({ time: `17/May/2015:10:1${minute}:${second} ${zone}`, ...rest }));
  const rubbish = fc.constantFrom(
    "",
    "x",
    "[",
    '"',
    line().slice(0, 60),
    line({ time: "17/May/2015:10:05:75 +0000" }),
    "y".repeat(longestLine + 1),
  );
  const lines = fc.array(fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: rubbish }), { maxLength: 30 });
  const log = fc
    .tuple(lines, fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([texts, end, last]) => encoder.encode(texts.join(end) + (last ? end : "")));

  test("says the same however it is cut", () =>
    fc.assert(
      fc.property(log, fc.array(fc.nat(), { maxLength: 40 }), (bytes, places) => {
        const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const chunks = cuts.slice(1).map((cut, index) => bytes.slice(cuts[index], cut));
        expect(read(...chunks)).toEqual(read(bytes));
      }),
    ));

  test("says the same byte by byte, around the longest line", () => {
    for (const length of [-1, 0, 1, 2, 3]) {
      for (const end of ["\n", "\r\n", ""]) {
        const bytes = encoder.encode(line().padEnd(longestLine + length, "z") + end + "w".repeat(longestLine + length) + end + line());
        const reader = createLogReader();
        for (let i = 0; i < bytes.length; i += 1) reader.push(bytes.subarray(i, i + 1));
        expect(reader.end()).toEqual(read(bytes));
      }
    }
  });

  test("every line is either counted in a minute or bad", () =>
    fc.assert(
      fc.property(log, (bytes) => {
        const { lines, bad, problems, minutes } = read(bytes);
        expect([...minutes.values()].reduce((total, each) => total + each.requests, bad)).toBe(lines);
        expect(problems).toHaveLength(Math.min(bad, 20));
      }),
    ));
});

const real = new URL("../../../../shared/data/apache_access.log", import.meta.url);

describe.skipIf(!existsSync(real))("the real log of May 2015 (skipped where ../shared/data/apache_access.log is absent)", () => {
  const summary = existsSync(real) ? read(readFileSync(real)) : read();

  test("has 10,000 good lines in 84 distinct minutes", () => {
    expect(summary).toMatchObject({ lines: 10_000, bad: 0, problems: [] });
    expect(summary.minutes.size).toBe(84);
    expect([...summary.minutes.values()].reduce((total, each) => total + each.requests, 0)).toBe(10_000);
  });

  test("lies wholly in minute 5 of an hour, from 17 May 10:05 to 20 May 21:05", () => {
    const minutes = [...summary.minutes.keys()];
    expect(new Set(minutes.map((each) => each % 60))).toEqual(new Set([5]));
    expect([Math.min(...minutes), Math.max(...minutes)]).toEqual([tenOhFive, minute(2015, 5, 20, 21, 5)]);
    expect(summary.minutes.get(tenOhFive)).toEqual({ requests: 74, errors: 0 });
  });

  test("has three server errors, none above 5 % of its minute", () => {
    expect([...summary.minutes].filter(([, each]) => each.errors > 0)).toEqual([
      [minute(2015, 5, 18, 3, 5), { requests: 114, errors: 1 }],
      [minute(2015, 5, 18, 15, 5), { requests: 133, errors: 1 }],
      [minute(2015, 5, 20, 14, 5), { requests: 122, errors: 1 }],
    ]);
  });
});
