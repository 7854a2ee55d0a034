import type { Bilingual, FactKind } from "./fact-kind.ts";
import type { Home } from "./clause.ts";
import { list } from "./grammar.ts";
import { type Problem, problem } from "./problem.ts";
import { bilingual, isRecord, readYaml, type Block, type Paragraph, type Source, type YamlReading } from "./source.ts";

/** A terms file taken apart: clauses as written, fact kinds it declares, examples. */
export interface Document {
  source: Source;
  id: string;
  version: string;
  rank: "law" | "terms" | "annex";
  title: Bilingual;
  clauses: WrittenClause[];
  factKinds: FactKind[];
  examples: Example[];
  problems: Problem[];
}

/** A clause block before its kind's shape has read it. */
export interface WrittenClause {
  kind: string;
  id: string;
  raw: Record<string, unknown>;
  home: Omit<Home, "raw">;
  line: number;
  yaml: YamlReading;
}

export interface Example {
  name: string;
  document: string;
  article: string;
  body: string;
  /** Line of the first line of the body. */
  line: number;
}

/** Takes a source apart. Problems of single blocks do not stop the others. */
export function readDocument(source: Source): Document {
  const { front, file } = source;
  const document: Document = {
    source,
    id: front.terms,
    version: front.version,
    rank: front.rank,
    title: front.title,
    clauses: [],
    factKinds: [],
    examples: [],
    problems: [...source.problems],
  };
  for (const article of source.articles) {
    let prose: Paragraph[] = [];
    let blocksSince = false;
    for (const part of article.parts) {
      if (part.is === "paragraph") {
        if (blocksSince) [prose, blocksSince] = [[], false];
        prose = [...prose, part];
        continue;
      }
      if (part.word === "example") {
        document.examples.push({ name: part.name, document: document.id, article: article.number, body: part.body, line: part.line + 1 });
        continue;
      }
      blocksSince = true;
      if (part.word === "fact") readFactKind(document, part, file);
      else if (part.word === "clause") readClause(document, part, article.number, prose);
      else document.problems.push(problem("block-unknown", { file, line: part.line, column: 4 }, { block: part.word }));
    }
  }
  return document;
}

/** The fact kinds a source declares, without reading its clauses. */
export function readFactKinds(source: Source): FactKind[] {
  const document: Document = {
    source,
    id: "",
    version: "",
    rank: "terms",
    title: source.front.title,
    clauses: [],
    factKinds: [],
    examples: [],
    problems: [],
  };
  for (const { parts } of source.articles) {
    for (const part of parts) if (part.is === "block" && part.word === "fact") readFactKind(document, part, source.file);
  }
  return document.factKinds;
}

function readBlock(document: Document, block: Block): { yaml: YamlReading; raw: Record<string, unknown> } | undefined {
  const { file } = document.source;
  const yaml = readYaml(block.body);
  for (const { message, line, column } of yaml.failures)
    document.problems.push(problem("yaml", { file, line: block.line + line, column }, { message }));
  if (yaml.failures.length > 0) return undefined;
  if (isRecord(yaml.value)) return { yaml, raw: yaml.value };
  document.problems.push(problem("block-empty", { file, line: block.line, column: 1 }, { block: block.word }));
  return undefined;
}

function readClause(document: Document, block: Block, article: string, prose: Paragraph[]): void {
  const read = readBlock(document, block);
  if (!read) return;
  const { front, file } = document.source;
  const id = typeof read.raw["id"] === "string" ? read.raw["id"] : "";
  const deed = deedOf(prose);
  const home: Omit<Home, "raw"> = {
    document: document.id,
    rank: document.rank,
    article,
    place: { file, line: block.line, column: 1 },
    prose,
    ...(deed && { deed }),
    examples: [],
    zone: front.zone,
    ...(front.holidays !== undefined && { holidays: front.holidays }),
    drafter: front.drafter,
    language: front.language,
  };
  document.clauses.push({ kind: block.name, id, raw: read.raw, home, line: block.line, yaml: read.yaml });
}

const DEED = /\[\[(.+?)\]\]/s;

function deedOf(prose: readonly Paragraph[]): Bilingual | undefined {
  for (const { fr, en } of prose) {
    const [french, english] = [DEED.exec(fr), DEED.exec(en)];
    if (french && english) return { fr: french[1]!, en: english[1]! };
  }
  return undefined;
}

function readFactKind(document: Document, block: Block, file: string): void {
  const read = readBlock(document, block);
  if (!read) return;
  const { raw } = read;
  const name = raw["kind"];
  if (typeof name !== "string") {
    document.problems.push(problem("fact-without-kind", { file, line: block.line, column: 1 }));
    return;
  }
  const [kind = name, version = "1"] = name.split("@");
  const by = raw["by"] === undefined ? ["anyone"] : list(raw["by"]);
  document.factKinds.push({
    kind,
    version: Number(version),
    words: bilingual(raw["words"]),
    by,
    sort: raw["sort"] === "act" ? "act" : "happening",
    fields: strings(raw["fields"]),
    optional: strings(raw["optional"]),
  });
}

function strings(raw: unknown): Record<string, string> {
  return isRecord(raw) ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, String(value)])) : {};
}
