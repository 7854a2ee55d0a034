import fc from "fast-check";
import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { type Log, openLog, withRequestId } from "./log.ts";

const now = () => Date.UTC(2026, 10, 22, 9, 30);
let lines: string[];
let log: Log;

beforeEach(() => {
  lines = [];
  log = openLog({ level: "info", now, write: (line) => void lines.push(line), readable: false });
});

const last = () => JSON.parse(lines.at(-1) ?? "") as Record<string, unknown>;

describe("the log", () => {
  it("is one JSON object a line, with level, time and words", () => {
    log.info({ contract: "c-1", count: 3 }, "terms read\nwhole");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(last()).toEqual({ level: "info", time: "2026-11-22T09:30:00.000Z", contract: "c-1", count: 3, msg: "terms read\nwhole" });
  });

  it("leaves out what is below its level", () => {
    log.debug("detail");
    expect(lines).toEqual([]);
  });

  it("says on each line which request it belongs to, across awaits and side by side", async () => {
    const answer = (id: string) =>
      withRequestId(id, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.info({ id }, "answered");
      });
    await Promise.all(["r-1", "r-2", "r-3"].map(answer));
    expect(lines.map((line) => JSON.parse(line) as { id: string; requestId: string })).toSatisfy(
      (all: { id: string; requestId: string }[]) => all.every(({ id, requestId }) => id === requestId),
    );
    log.info("outside");
    expect(last()).not.toHaveProperty("requestId");
  });

  it("tells an error's kind, words, place and causes, and none of its other fields", () => {
    const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(zoe@client.example)" });
    log.error({ err: new TypeError("not saved", { cause }) }, "failed");
    expect(last()["err"]).toMatchObject({ type: "TypeError", message: "not saved", cause: { code: "23505", message: "duplicate key" } });
    expect(lines[0]).not.toContain("zoe@");
  });
});

describe("a secret or personal text", () => {
  const keys = [
    "password",
    "smtpPassword",
    "api_key",
    "API-KEY",
    "refreshToken",
    "Authorization",
    "set-cookie",
    "email",
    "to",
    "iban",
    "html",
  ];

  it("is hidden by the name of its key, at any depth", () => {
    const nest = (value: unknown, depth: number): unknown => (depth === 0 ? value : [{ each: nest(value, depth - 1) }]);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.integer({ min: 0, max: 6 }), (key, depth) => {
        log.info({ deep: nest({ [key]: "s3cret" }, depth), [key]: { inside: "s3cret" } }, "said");
        expect(lines.at(-1)).not.toContain("s3cret");
      }),
    );
  });

  it("is hidden in what a child log repeats on each line", () => {
    log.child({ token: "s3cret", room: "mail" }).info("said");
    expect(last()).toMatchObject({ token: "[hidden]", room: "mail" });
  });

  it("is hidden in a URL, wherever it stands", () => {
    log.error({ err: new Error("no answer from postgres://app:s3cret@db:5432/tenu") }, "tried smtp://me:s3cret@mail.example:587");
    expect(lines[0]).not.toContain("s3cret");
    expect(last()["msg"]).toBe("tried smtp://[hidden]@mail.example:587");
  });

  it("leaves the rest as it was", () => {
    log.info({ bytes: new Uint8Array(9), big: 10n, none: null, list: [1, "a"], tokens: 3 }, "said");
    expect(last()).toMatchObject({ bytes: "[9 bytes]", big: "10", none: null, list: [1, "a"], tokens: 3 });
  });
});

describe("the log in a terminal", () => {
  it("has the time of day, the level, the words and then the rest", () => {
    openLog({ level: "info", now, write: (line) => void lines.push(line), readable: true })
      .child({ room: "mail" })
      .warn({ err: new Error("away"), tries: 2 }, "not sent");
    const plain = stripVTControlCharacters(lines[0] ?? "");
    expect(plain).toMatch(/^09:30:00\.000 WARN {2}not sent room=mail tries=2\n {4}Error: away\n {8}at /);
  });
});
