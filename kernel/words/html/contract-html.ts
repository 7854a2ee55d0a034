import type { Clause } from "../../terms/clause.ts";
import type { Contract } from "../../terms/contract.ts";
import type { Bilingual } from "../../terms/fact-kind.ts";
import type { Document } from "../../terms/read.ts";
import type { Article } from "../../terms/source.ts";
import type { Language } from "../language.ts";
import type { Voice } from "../voice.ts";
import { element, escaped } from "./markup.ts";
import { type Passage, passagesOf, readingOrder } from "./passages.ts";
import { type Said, sayPassage } from "./said-passage.ts";

/**
 * The words of a contract as HTML, in one language: an article a document, a section a heading, figures said. Each clause has exactly one
 * element with `data-clause`: its deed's words, a link to themselves, or, where the prose names no deed, an empty span at the end of the
 * paragraphs that announce it. What the composition left out stands there, of class `idle`. All text is escaped. Ids are unique.
 */
export function contractHtml(contract: Contract, voice: Voice): string {
  return readingOrder(contract)
    .map((document) => documentHtml(document, contract, voice))
    .join("\n");
}

/** The id of the element that stands for a clause. */
export function clauseAnchor(clause: string): string {
  return `clause-${clause}`;
}

function documentHtml(document: Document, contract: Contract, voice: Voice): string {
  const { id, version, rank, title, source } = document;
  const ids = sectionIds(document);
  const sections = source.articles.map((article, place) => sectionHtml(article, ids[place]!, document, contract, voice));
  const heading = element("h2", {}, escaped(titleIn(title, voice.language)));
  return element(
    "article",
    { id: `document-${id}`, "data-document": id, "data-version": version, "data-rank": rank, lang: voice.language },
    ["", heading, ...sections, ""].join("\n"),
  );
}

/** A document's title; one that it has in the other language only, in that. */
export function titleIn({ fr, en }: Bilingual, language: Language): string {
  return language === "fr" ? fr || en : en || fr;
}

/** `crm-and-data/3-2`; a number that a document uses twice gets the second time a mark: `crm-and-data/3-2--2`. */
function sectionIds({ id, source: { articles } }: Document): string[] {
  const met = new Map<string, number>();
  return articles.map(({ number }) => {
    const times = 1 + (met.get(number) ?? 0);
    met.set(number, times);
    return `${id}/${number === "" ? "opening" : number}${times === 1 ? "" : `--${times}`}`;
  });
}

function sectionHtml(article: Article, id: string, document: Document, contract: Contract, voice: Voice): string {
  const { number, title } = article;
  const heading = element("h3", {}, `${element("span", { class: "number" }, escaped(number))} ${escaped(title[voice.language])}`);
  const passages = passagesOf(article, document, contract).map((passage) => passageHtml(passage, contract, voice));
  return element("section", { id }, ["", ...(number === "" ? [] : [heading]), ...passages.filter((html) => html !== ""), ""].join("\n"));
}

function passageHtml(passage: Passage, contract: Contract, voice: Voice): string {
  const left = [...passage.clauses];
  const idle = left.length === 0 && passage.dropped.length > 0;
  const marked = sayPassage(passage, contract, voice).map(({ language, text }) => ({ language, html: deedsMarked(text, left) }));
  const rest = left.map(({ id }) => element("span", { class: "clause", "data-clause": id, id: clauseAnchor(id) }, "")).join("");
  const last = marked.at(-1);
  if (last) last.html += rest;
  const blocks = marked.flatMap(({ language, html }) => blocksOf(html, { idle, ...(language !== voice.language && { language }) }));
  return last ? blocks.join("\n") : rest;
}

const DEED = /\[\[(.+?)\]\]/gs;

/** Escaped, with each deed marked as the next clause's own words; takes those clauses off the list. A deed names the clause where it begins. */
function deedsMarked(text: Said["text"], left: Clause[]): string {
  return escaped(text)
    .replaceAll(DEED, (_, words: string) => {
      const [first = "", ...more] = words.split("\n"); // a list inside
      return [deedHtml(first, left.shift()), ...more].join("\n");
    })
    .replaceAll(/\[\[|\]\]/g, "");
}

function deedHtml(words: string, clause: Clause | undefined): string {
  if (!clause) return element("span", { class: "deed" }, words);
  const id = clauseAnchor(clause.id);
  return element("a", { class: "deed", "data-clause": clause.id, id, href: `#${id}` }, words);
}

/** Lines that begin with a hyphen are items of a list, others paragraphs. */
function blocksOf(html: string, { idle, language }: { idle: boolean; language?: string }): string[] {
  const attributes = { class: idle ? "idle" : undefined, lang: language };
  const blocks: string[] = [];
  let items: string[] = [];
  const endList = () => {
    if (items.length > 0) blocks.push(element("ul", attributes, items.map((item) => element("li", {}, item)).join("")));
    items = [];
  };
  for (const line of html.split("\n")) {
    if (line.startsWith("- ")) items.push(line.slice(2));
    else {
      endList();
      if (line !== "") blocks.push(element("p", attributes, line));
    }
  }
  endList();
  return blocks;
}
