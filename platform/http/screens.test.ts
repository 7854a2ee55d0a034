import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Carried } from "./app-options.ts";
import { Refused } from "./problem.ts";
import { hangScreens, type Written } from "./screens.ts";

const template = '<!doctype html><html lang="fr"><meta name="nonce" content="{{nonce}}"><title>Tenu</title><div id="root"></div></html>';

function served(written?: (path: string) => Promise<Written | undefined>) {
  const directory = mkdtempSync(join(tmpdir(), "tenu-screens-"));
  mkdirSync(join(directory, "assets"));
  writeFileSync(join(directory, "index.html"), template);
  writeFileSync(join(directory, "assets", "a.js"), "1");
  const hono = new Hono<Carried>();
  hono.use(async (c, next) => {
    c.set("language", "en");
    await next();
  });
  hangScreens(hono, { directory, ...(written && { written: (_c, path) => written(path) }) });
  hono.get("*", (c) => c.text("next", 404));
  hono.onError((error, c) => c.text(error.message, error instanceof Refused ? 404 : 500));
  return (path: string) => hono.request(path);
}

test("every path that names no file is the one page", async () => {
  const get = served();
  for (const path of ["/", "/contracts", "/contracts/01a2/facts", "/enter"]) {
    const answer = await get(path);
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, "text/html; charset=utf-8"]);
  }
});

test.for(["/api/v1/contracts", "/api/", "/auth/sign-in/email", "/healthz", "/metrics", "/index.html", "/secret.txt"])(
  "%s is not a page",
  async (path) => {
    const answer = await served()(path);
    expect([answer.status, await answer.text()]).toEqual([404, "next"]);
  },
);

test("a page's nonce is its own, and is the one its policy names", async () => {
  const get = served();
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const answer = await get("/");
      const nonce = /content="([^"]+)"/.exec(await answer.text())![1]!;
      expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("what stands on a page before its script runs is put in as it is, and its title is escaped", async () => {
  const get = served(async (path) =>
    path === "/contracts/1" ? { title: "A <b> $& C", html: "<h1>$& words</h1>", language: "en" } : undefined,
  );
  const text = await (await get("/contracts/1")).text();
  expect(text).toContain("<h1>$& words</h1>");
  expect(text).toContain("<title>A &lt;b> $&amp; C · Tenu</title>");
  expect(text).toContain('lang="en"');
  expect(await (await get("/contracts/2")).text()).toContain('<div id="root"></div>');
});

test("files of the console keep for a year; what is not there is not found", async () => {
  const get = served();
  const found = await get("/assets/a.js");
  expect([found.status, found.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
  expect((await get("/assets/b.js")).status).toBe(404);
});
