import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { playExample } from "#kernel/engine/example.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import type { Kind } from "#kernel/kinds/kind.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { loadReferences } from "#references/load.ts";

// A guide whose code does not run is worse than none.

const home = join(import.meta.dirname, "..");
const guide = readFileSync(join(home, "docs/guide/adding-a-clause-kind.md"), "utf8");

test("the clause kind that the guide adds is one, and its example holds", async () => {
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
