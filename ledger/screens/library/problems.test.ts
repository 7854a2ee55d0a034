import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultsIn } from "./problems.ts";

const front = [
  "---",
  "terms: desk",
  'version: "1"',
  "rank: terms",
  "title: { fr: A, en: B }",
  "zone: Europe/Paris",
  "---",
  "",
  "# A | B",
  "",
];
const article = ["## 1 R | A", "", "fr: Le prestataire doit [[répondre]].", "", "en: The provider must [[answer]].", ""];

test("a kind of clause that nobody knows is told at its line", () => {
  const text = [...front, ...article, "```clause dutty", "id: answer", "```", ""].join("\n");
  expect(faultsIn(text, "en")).toMatchObject([{ line: 17, words: expect.stringContaining("duty") }]);
});

test("so is a front matter that lacks what it needs", () => {
  expect(faultsIn("# A | B\n", "fr").length).toBeGreaterThan(0);
});

test.each(["uloa", "boost-my-mail", "maintenance"])("%s of this release has none", (name) => {
  expect(faultsIn(readFileSync(`${import.meta.dirname}/../../../contracts/${name}.md`, "utf8"), "fr")).toEqual([]);
});
