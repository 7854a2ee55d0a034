import { parseDocument, LineCounter, isMap, isScalar, type Document as YamlDocument } from "yaml";
import type { Bilingual } from "./fact-kind.ts";
import { nearest, type Place, type Problem, problem } from "./problem.ts";

/** One Markdown file as its reader wrote it: front matter, articles, paragraph pairs and blocks, each with its line. */
export interface Source {
  file: string;
  text: string;
  front: FrontMatter;
  articles: Article[];
  problems: Problem[];
  /** Where a key of the front matter stands; the top of it where it has none. */
  placeOf(key: string): Place;
}

export interface FrontMatter {
  terms: string;
  version: string;
  rank: "law" | "terms" | "annex";
  title: Bilingual;
  zone: string;
  holidays?: string;
  drafter: string;
  language: "fr" | "en" | "both";
  repealed: Repealed[];
}

/** Law that no longer stands: cited by a clause, it is a finding. */
export interface Repealed {
  cites: string;
  until: string;
  now: Bilingual;
}

export interface Article {
  number: string;
  /** A title in one language serves for both. */
  title: Bilingual;
  /** The language that it lacks. */
  lacks?: "fr" | "en";
  line: number;
  parts: Part[];
}

export type Part = Paragraph | Block;

/** A paragraph in both languages; a side is empty when the file lacks it. */
export interface Paragraph {
  is: "paragraph";
  fr: string;
  en: string;
  line: number;
}

/** A fenced block. `word` is its first word (clause, fact, example), `name` the rest of its opening line. */
export interface Block {
  is: "block";
  word: string;
  name: string;
  body: string;
  /** Line of the opening fence, from 1. */
  line: number;
}

export const FENCE = /^```\s*(\w+)\s*(.*?)\s*$/;
export const HEADING = /^##\s+(\S+)\s+(.*)$/;

/** Reads a terms file. Never throws: what cannot be understood is a problem with its line, and the rest is kept. */
export function readSource(file: string, text: string): Source {
  const problems: Problem[] = [];
  const lines = text.split(/\r?\n/);
  const stray = text.indexOf("\uFFFD");
  if (stray >= 0) {
    const line = text.slice(0, stray).split("\n").length;
    problems.push(problem("text-not-utf8", { file, line, column: stray - text.lastIndexOf("\n", stray) }));
  }
  let at = 0;
  let front = emptyFront();
  let placeOf = (_key: string): Place => ({ file, line: 1, column: 1 });
  if (lines[0] === "---") {
    const close = lines.indexOf("---", 1);
    if (close < 0) problems.push(problem("front-matter-open", { file, line: 1, column: 1 }));
    else {
      const yaml = readYaml(lines.slice(1, close).join("\n"));
      placeOf = (key) => ({ file, line: yaml.placeOf([key]).line + 1, column: yaml.placeOf([key]).column });
      front = readFront(file, yaml, placeOf, problems);
      at = close + 1;
    }
  } else problems.push(problem("front-matter-missing", { file, line: 1, column: 1 }));

  const articles: Article[] = [];
  let article: Article = { number: "", title: { fr: "", en: "" }, line: at + 1, parts: [] };
  const here = (line: number): Place => ({ file, line, column: 1 });
  while (at < lines.length) {
    const line = lines[at]!;
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (fence) {
      const open = at;
      at = endOfBlock(lines, open);
      const closed = lines[at]?.trimEnd() === "```";
      if (!closed) problems.push(problem("block-open", here(open + 1), { block: `${fence[1]} ${fence[2]}`.trim() }));
      article.parts.push({ is: "block", word: fence[1]!, name: fence[2]!, body: lines.slice(open + 1, at).join("\n"), line: open + 1 });
      if (closed) at += 1;
    } else if (heading) {
      const [fr = "", en = ""] = heading[2]!.split("|").map((side) => side.trim());
      const lacks = fr === en ? undefined : fr === "" ? "fr" : en === "" ? "en" : undefined;
      article = { number: heading[1]!, title: { fr: fr || en, en: en || fr }, ...(lacks && { lacks }), line: at + 1, parts: [] };
      articles.push(article);
      at += 1;
    } else if (/^(fr|en):/.test(line)) {
      const open = at;
      const language = line.slice(0, 2) as "fr" | "en";
      while (at < lines.length && lines[at]!.trim() !== "" && !FENCE.test(lines[at]!)) at += 1;
      const prose = lines.slice(open, at).join("\n").slice(3).trim();
      const last = article.parts.at(-1);
      if (language === "en" && last?.is === "paragraph" && last.en === "") last.en = prose;
      else article.parts.push({ is: "paragraph", fr: language === "fr" ? prose : "", en: language === "en" ? prose : "", line: open + 1 });
    } else {
      if (line.trim() !== "" && !line.startsWith("# ") && !line.startsWith("<!--"))
        problems.push(problem("line-not-understood", here(at + 1), { text: line.slice(0, 40) }));
      at += 1;
    }
    if (articles.length === 0 && article.parts.length > 0) articles.push(article);
  }
  return { file, text, front, articles, problems, placeOf };
}

/** The line that closes a block; of one that never closes, the line where something else starts, which is read as such. */
function endOfBlock(lines: readonly string[], open: number): number {
  const from = (start: number, ends: (line: string) => boolean) => {
    let at = start;
    while (at < lines.length && !ends(lines[at]!)) at += 1;
    return at;
  };
  const end = from(open + 1, (line) => line.trimEnd() === "```" || FENCE.test(line));
  if (lines[end]?.trimEnd() === "```") return end;
  return from(open + 1, (line) => FENCE.test(line) || HEADING.test(line) || /^(fr|en):/.test(line));
}

function emptyFront(): FrontMatter {
  return {
    terms: "",
    version: "",
    rank: "terms",
    title: { fr: "", en: "" },
    zone: "Europe/Paris",
    drafter: "provider",
    language: "both",
    repealed: [],
  };
}

/** What the front matter may say; an absent list takes any text. */
const frontKeys: Readonly<Record<string, readonly string[] | undefined>> = {
  terms: undefined,
  version: undefined,
  rank: ["law", "terms", "annex"],
  title: undefined,
  zone: undefined,
  holidays: undefined,
  drafter: ["provider", "distributor", "customer"],
  language: ["fr", "en", "both"],
  repealed: undefined,
};

/** A slip in the head of a file would change the reading of all that follows: each is named. */
function checkFront(raw: Record<string, unknown>, placeOf: (key: string) => Place, problems: Problem[]): void {
  for (const [key, value] of Object.entries(raw)) {
    const near = nearest(key, Object.keys(frontKeys));
    const allowed = frontKeys[key];
    if (!(key in frontKeys))
      problems.push(
        problem("front-matter-unknown", placeOf(key), {
          key,
          known: Object.keys(frontKeys).join(", "),
          ...(near !== undefined && { near }),
        }),
      );
    else if (allowed && (typeof value !== "string" || !allowed.includes(value))) {
      const meant = typeof value === "string" ? nearest(value, allowed) : undefined;
      problems.push(
        problem("front-matter-value", placeOf(key), {
          key,
          got: typeof value === "string" ? value : JSON.stringify(value),
          known: allowed.join(", "),
          ...(meant !== undefined && { near: meant }),
        }),
      );
    }
  }
}

function readFront(file: string, { value, failures }: YamlReading, placeOf: (key: string) => Place, problems: Problem[]): FrontMatter {
  for (const failure of failures)
    problems.push(problem("yaml", { file, line: failure.line + 1, column: failure.column }, { message: failure.message }));
  const raw = isRecord(value) ? value : {};
  for (const key of ["terms", "version", "title"]) {
    if (raw[key] === undefined) problems.push(problem("front-matter-key", { file, line: 1, column: 1 }, { key }));
  }
  checkFront(raw, placeOf, problems);
  const one = (key: string) => (typeof raw[key] === "string" ? (raw[key] as string) : undefined);
  const front = emptyFront();
  front.terms = one("terms") ?? "";
  front.version = one("version") ?? "";
  front.rank = (one("rank") as FrontMatter["rank"] | undefined) ?? "terms";
  front.title = bilingual(raw["title"]);
  front.zone = one("zone") ?? front.zone;
  const holidays = one("holidays");
  if (holidays !== undefined) front.holidays = holidays;
  front.drafter = one("drafter") ?? front.drafter;
  front.language = (one("language") as FrontMatter["language"] | undefined) ?? "both";
  if (Array.isArray(raw["repealed"])) {
    front.repealed = raw["repealed"]
      .filter(isRecord)
      .map((entry) => ({ cites: String(entry["cites"]), until: String(entry["until"]), now: bilingual(entry["now"]) }));
  }
  return front;
}

/** A `{ fr, en }` map, or one text for both languages. */
export function bilingual(raw: unknown): Bilingual {
  if (typeof raw === "string") return { fr: raw, en: raw };
  const map = isRecord(raw) ? raw : {};
  const side = (key: string) => (typeof map[key] === "string" ? map[key] : "");
  return { fr: side("fr"), en: side("en") };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export interface YamlReading {
  /** Maps, lists and strings only: every scalar stays the text that was written. */
  value: unknown;
  failures: { message: string; line: number; column: number }[];
  /** Line (from 1, inside the text) and column where the value at a path stands. */
  placeOf(path: readonly PropertyKey[]): { line: number; column: number };
}

/** YAML in which `no`, `10:00` and `1.10` stay what the author typed. */
export function readYaml(text: string): YamlReading {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter, prettyErrors: false, uniqueKeys: true });
  const spot = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const failures = document.errors.map((error) => ({ message: error.message, ...spot(error.pos[0]) }));
  let value: unknown;
  try {
    if (failures.length === 0) value = document.toJS();
  } catch (error) {
    // An alias without its anchor, or too many of them.
    failures.push({ message: error instanceof Error ? error.message : String(error), line: 1, column: 1 });
  }
  return {
    value,
    failures,
    placeOf: (path) => spot(offsetOf(document, path)),
  };
}

/** The nearest node on the way to the path, so that a missing key points at its map and an unknown key at itself. */
function offsetOf(document: YamlDocument, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else {
      const child = (node as { items?: unknown[] } | null)?.items?.[Number(step)];
      if (child === undefined) return offset;
      node = child;
      const range = (node as { range?: [number, number, number] }).range;
      if (range) offset = range[0];
    }
  }
  return offset;
}
