import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { Language } from "#kernel/words/language.ts";
import type { Carried } from "./app-options.ts";
import { notFound } from "./problems.ts";

/** What a page holds before any script has run. */
export interface Written {
  title: string;
  html: string;
  language: Language;
}

export interface ScreenOptions {
  /** Where the console was built: index.html and what it asks for. */
  directory: string;
  /** What stands on a page before its script runs, for who may see it. */
  written?: (c: Context<Carried>, path: string) => Promise<Written | undefined>;
}

const ROOT = '<div id="root"></div>';
const pages = /^\/(?!api\/|auth\/|assets\/|healthz$|metrics$)[^.]*$/;

/**
 * Hangs the console into the application: its files, and its one page at every path that names no file. Scripts run from here
 * only; styles that the script itself writes carry the page's nonce.
 */
export function hangScreens(hono: Hono<Carried>, { directory, written }: ScreenOptions): void {
  const template = openTemplate(join(directory, "index.html"));
  hono.get("/assets/*", async (c, next) => {
    c.set("pattern", "/assets");
    const answer = await files(c, next);
    if (!(answer instanceof Response) || !answer.ok) throw notFound();
    answer.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    answer.headers.set("Cross-Origin-Resource-Policy", "same-origin");
    return answer;
  });
  const files = serveStatic<Carried>({ root: directory, precompressed: true });
  hono.get("/mark.svg", (c, next) => files(c, next) as Promise<Response>);
  const smaller = compress();
  hono.get("*", async (c, next) => (pages.test(c.req.path) ? smaller(c, next) : next()));
  hono.get("*", async (c, next) => {
    const { path } = c.req;
    if (!pages.test(path)) return next();
    c.set("pattern", "screen");
    const page = template();
    if (page === undefined) return c.text(notBuilt[c.get("language")], 503);
    const nonce = randomBytes(16).toString("base64");
    return pageResponse(page, nonce, await written?.(c, path));
  });
}

/** The page as it was built last: who builds anew need not start anew. */
function openTemplate(file: string): () => string | undefined {
  let kept: { text: string; of: number } | undefined;
  return () => {
    const of = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (of === undefined) return undefined;
    if (kept?.of !== of) kept = { text: readFileSync(file, "utf8"), of };
    return kept.text;
  };
}

function pageResponse(template: string, nonce: string, first: Written | undefined): Response {
  const blank = template.replaceAll("{{nonce}}", nonce);
  const html = first ? filled(blank, first) : blank;
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join("; "),
    },
  });
}

/** The page with its words in place. Functions, since `$` means something in a replacement. */
function filled(blank: string, { title, html, language }: Written): string {
  return blank
    .replace(ROOT, () => `<div id="root"><main id="written" class="written">${html}</main></div>`)
    .replace("<title>Tenu</title>", () => `<title>${escaped(title)} · Tenu</title>`)
    .replace('lang="fr"', () => `lang="${language}"`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const notBuilt = {
  fr: "Les écrans ne sont pas construits : « npm run screens » les construit. L'API répond.",
  en: 'The screens are not built: "npm run screens" builds them. The API answers.',
};
