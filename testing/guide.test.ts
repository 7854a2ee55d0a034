import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { playExample } from "#kernel/engine/example.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import type { Kind } from "#kernel/kinds/kind.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { loadReferences } from "#references/load.ts";

// A page whose commands answer otherwise than it shows, or whose code does not run, is worse than none.
// In a page's ```console block a line "…" stands for lines left out.

const home = join(import.meta.dirname, "..");

describe.each(["README.md", "README.fr.md", "docs/guide/getting-started.md"])("%s", (page) => {
  const text = readFileSync(join(home, page), "utf8");
  const files = [...text.matchAll(/Save this as `(.+?)`:\n\n````markdown\n(.*?)````\n|in `(.+?)`:\n\n```json\n(.*?)```\n/gs)];
  const shown = [...text.matchAll(/```console\n\$ npx tenu (.*?)\n(.*?)```\n/gs)].map(([, command = "", output = ""]) => ({
    command,
    output,
  }));

  test("shows commands", () => expect(shown.length).toBeGreaterThan(0));

  test.each(shown)("$command", ({ command, output }) => {
    const folder = files.length === 0 ? home : mkdtempSync(join(tmpdir(), "tenu-guide-"));
    try {
      for (const [, terms, markdown, rows, json] of files) writeFileSync(join(folder, terms ?? rows!), markdown ?? json!);
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
      const env = { ...process.env, LC_ALL: "en_GB.UTF-8", NO_COLOR: "1" };
      const said = spawnSync(process.execPath, [join(home, "bin/tenu.mjs"), ...words], { cwd: folder, encoding: "utf8", env });
      expect([said.status, said.stderr]).toEqual([0, ""]);
      let rest = `${trimmed(said.stdout)}\n`;
      for (const part of `${trimmed(output)}\n`.split("…\n")) {
        expect(rest, `${page} shows something else: copy the command's own output into it`).toContain(part);
        rest = rest.slice(rest.indexOf(part) + part.length);
      }
    } finally {
      if (folder !== home) rmSync(folder, { recursive: true, force: true });
    }
  });
});

function trimmed(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

test("the clause kind that the guide adds is one, and its example holds", async () => {
  const guide = readFileSync(join(home, "docs/guide/adding-a-clause-kind.md"), "utf8");
  const code = /\n```ts\n(.*?)\n```\n/s.exec(guide)![1]!;
  const terms = /\n````markdown\n(.*?)\n````\n/s.exec(guide)![1]!;
  const folder = join(home, ".cache", "guide");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "milestone.ts");
  writeFileSync(file, code.replaceAll('"../', '"#kernel/').replaceAll('"./', '"#kernel/kinds/'));
  const { milestone } = (await import(pathToFileURL(file).href)) as { milestone: Kind };

  const head = "---\nterms: review\nversion: 1\nrank: terms\ntitle: Review\nzone: Europe/Paris\nholidays: FR\n---\n";
  const term = "## 1 Term\n\n```clause term\nid: term\ninitial: 1 year\nrenewal: 1 year\n```\n\n## 2 Review\n";
  const kinds = new Map([...clauseKinds, [milestone.name, milestone] as const]);
  const library = readLibrary([{ file: "review.md", text: `${head}\n${term}\n${terms}` }], factCatalogue, kinds);
  const document = library.documents.get("review")!;
  expect(document.problems).toEqual([]);
  expect(document.examples).toHaveLength(1);
  expect(playExample(library, document, document.examples[0]!, loadReferences(), [])).toEqual([]);
});
