import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { openTrial } from "./trial.ts";

const trial = openTrial();
const { tenu, write, folder } = trial;
afterAll(trial.remove);

const line = (time: string, status: number) => `192.0.2.1 - - [${time} +0000] "GET / HTTP/1.1" ${status} 12 "-" "-"\n`;
const first = line("01/Mar/2025:10:00:01", 200) + line("01/Mar/2025:10:01:01", 503);
const second = line("01/Mar/2025:10:01:30", 200) + line("02/Mar/2025:00:00:00", 200);

write("a.log", first);
write("b.log.gz", gzipSync(second));
const recorded = ["--recorded", "2025-03-03T00:00:00Z"];

test("a day spread over files is one fact", async () => {
  const { exit, out, err } = await tenu(["import", "access-log", "a.log", "b.log.gz", ...recorded, "--source", "web"]);
  expect(exit).toBe(0);
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((one) => JSON.parse(one) as unknown),
  ).toEqual([
    {
      id: "2025-03-01",
      source: "web",
      kind: "minutes.counted",
      occurred: "2025-03-01T10:00:00.000Z",
      recorded: "2025-03-03T00:00:00.000Z",
      by: "provider",
      fields: { from: "2025-03-01T10:00:00.000Z", known: [[0, 2]], errors: [[1, 2, 1]] },
    },
    {
      id: "2025-03-02",
      source: "web",
      kind: "minutes.counted",
      occurred: "2025-03-02T00:00:00.000Z",
      recorded: "2025-03-03T00:00:00.000Z",
      by: "provider",
      fields: { from: "2025-03-02T00:00:00.000Z", known: [[0, 1]], errors: [] },
    },
  ]);
  expect(err).toContain("3 known minutes, 1 of them with server errors");
});

test("bad lines are named and counted, the others are kept", async () => {
  write("bad.log", `${first}nonsense\n`);
  const [told, strict] = await Promise.all([
    tenu(["import", "access-log", "bad.log", "--out", "out.ndjson"], { lang: "fr" }),
    tenu(["import", "access-log", "bad.log", "--out", "strict.ndjson", "--level", "warning"]),
  ]);
  expect([told.exit, strict.exit]).toEqual([0, 1]);
  expect(told.err).toContain("bad.log:3:1 pas d'horodatage");
  expect(told.err).toContain("3 lignes lues, 1 illisibles");
  expect(readFileSync(join(folder, "out.ndjson"), "utf8").split("\n")).toHaveLength(2);
});

test("what is no access log at all cannot be used", async () => {
  write("prose.txt", "Once upon a time\nthere was no log.\n");
  const [prose, none, call] = await Promise.all([
    tenu(["import", "access-log", "prose.txt"]),
    tenu(["import", "access-log", "none.log"]),
    tenu(["import", "prose.txt"]),
  ]);
  expect([prose.exit, none.exit, call.exit]).toEqual([2, 2, 2]);
  expect(prose.err).toContain("No line of prose.txt reads as one of an access log");
});

test("a log may come through the standard input", async () => {
  const { exit, out } = await tenu(["import", "access-log", "-", ...recorded, "--json"], { input: first });
  const { minutes, lines, bad } = JSON.parse(out) as { minutes: object; lines: number; bad: number };
  expect([exit, minutes, lines, bad]).toEqual([0, { known: 2, withErrors: 1 }, 2, 0]);
});
