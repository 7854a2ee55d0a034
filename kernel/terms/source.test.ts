import { describe, expect, test } from "vitest";
import { readSource } from "./source.ts";

const file = (head: string, body = "## 1 Un | One\n") => `---\n${head}\n---\n\n${body}`;
const head = 'terms: small\nversion: "1"\ntitle: { fr: Petit, en: Small }';
const problemsOf = (text: string) =>
  readSource("small.md", text).problems.map(({ code, place, args }) => [
    code,
    `${place.line}:${place.column}`,
    args["near"] ?? args["key"],
  ]);

describe("the head of a file", () => {
  test("a complete one has no problem", () => {
    expect(problemsOf(file(`${head}\nrank: annex\nlanguage: fr\ndrafter: customer\nzone: Europe/Paris\nholidays: FR`))).toEqual([]);
  });
  test("what it lacks is named", () => {
    expect(problemsOf(file("terms: small"))).toEqual([
      ["front-matter-key", "1:1", "version"],
      ["front-matter-key", "1:1", "title"],
    ]);
  });
  test("a key nobody reads is named at its place, with the nearest one", () => {
    expect(problemsOf(file(`${head}\ndraftr: provider`))).toEqual([["front-matter-unknown", "5:1", "drafter"]]);
  });
  test("a rank, a language, a drafter that there is not", () => {
    expect(problemsOf(file(`${head}\nrank: main\nlanguage: french\ndrafter: provder`)).map(([code, at]) => [code, at])).toEqual([
      ["front-matter-value", "5:1"],
      ["front-matter-value", "6:1"],
      ["front-matter-value", "7:1"],
    ]);
    expect(problemsOf(file(`${head}\ndrafter: provder`))).toEqual([["front-matter-value", "5:1", "provider"]]);
  });
  test("one that is missing, or never closes", () => {
    expect(problemsOf("## 1 Un | One\n")).toEqual([["front-matter-missing", "1:1", undefined]]);
    expect(problemsOf("---\nterms: small\n")[0]).toEqual(["front-matter-open", "1:1", undefined]);
  });
});

describe("the body of a file", () => {
  test("half a character of UTF-8 is named where it stands", () => {
    expect(problemsOf(file(head, "## 1 Un | One\n\nfr: caf\uFFFD\n\nen: coffee\n"))[0]).toEqual(["text-not-utf8", "9:8", undefined]);
  });
  test("a block that never closes, a line that is no paragraph", () => {
    expect(problemsOf(file(head, "## 1 Un | One\n\n```clause duty\nid: a\n"))).toEqual([["block-open", "9:1", undefined]]);
    expect(problemsOf(file(head, "## 1 Un | One\n\nBonjour\n"))).toEqual([["line-not-understood", "9:1", undefined]]);
  });
  test("a block that another one interrupts is told where it opens, and what follows it is read", () => {
    const body =
      "## 1 Un | One\n\n```example a\n2025-01-01 10:00 x.told\n\n## 2 Deux | Two\n\nfr: a\n\nen: b\n\n```clause statement\nid: a\n```\n";
    expect(problemsOf(file(head, body))).toEqual([["block-open", "9:1", undefined]]);
    expect(readSource("small.md", file(head, body)).articles.map(({ parts }) => parts.map((part) => part.is))).toEqual([
      ["block"],
      ["paragraph", "block"],
    ]);
  });
  test("paragraphs pair up, headings carry both titles, a title alone serves both", () => {
    const { articles } = readSource("small.md", file(head, "## 1.2 Un | One\n\nfr: a\n\nen: b\n\n## 3 Seul\n"));
    expect(articles).toMatchObject([
      { number: "1.2", title: { fr: "Un", en: "One" }, parts: [{ fr: "a", en: "b", line: 9 }] },
      { number: "3", title: { fr: "Seul", en: "Seul" }, lacks: "en" },
    ]);
  });
});
