import { clauseKinds } from "../kinds/all.ts";
import type { Kind } from "../kinds/kind.ts";
import { readTimeline } from "./example.ts";
import { formatExample } from "./format-example.ts";
import { formatParagraph } from "./format-prose.ts";
import { formatYaml } from "./format-yaml.ts";
import { clauseOrder, factOrder, frontOrder } from "./key-order.ts";
import type { Problem } from "./problem.ts";
import { readDocument } from "./read.ts";
import { FENCE, HEADING, readSource } from "./source.ts";

/** No line of prose or YAML is longer, in characters, unless it holds one word that is. */
export const COLUMNS = 140;

export interface Formatted {
  text: string;
  /** Not empty: the file cannot be read whole, and `text` is what was given. */
  problems: readonly Problem[];
}

/**
 * The canonical form of a terms file: keys in one order, one blank line between parts, paragraphs wrapped, example columns
 * aligned. Says what the file said, comments too; formatting again changes nothing.
 */
export function formatTerms(file: string, text: string, kinds: ReadonlyMap<string, Kind> = clauseKinds): Formatted {
  const document = readDocument(readSource(file, text));
  const problems = [...document.problems, ...document.examples.flatMap((example) => readTimeline(file, example).problems)];
  if (problems.length > 0) return { text, problems };
  return { text: `${partsOf(text.split(/\r?\n/), kinds).join("\n\n")}\n`, problems };
}

/** The file's parts in order, each formatted: front matter, titles, comments, paragraphs, blocks. */
function partsOf(lines: readonly string[], kinds: ReadonlyMap<string, Kind>): string[] {
  const close = lines.indexOf("---", 1);
  const parts = [`---\n${formatYaml(lines.slice(1, close).join("\n"), frontOrder, COLUMNS)}\n---`];
  for (let at = close + 1; at < lines.length;) {
    const line = lines[at]!;
    const fence = FENCE.exec(line);
    const open = at;
    at += 1;
    if (fence) {
      while (lines[at]!.trimEnd() !== "```") at += 1;
      parts.push(formatBlock(fence[1]!, fence[2]!, lines.slice(open + 1, at), kinds));
      at += 1;
    } else if (/^(fr|en):/.test(line)) {
      while (at < lines.length && lines[at]!.trim() !== "" && !FENCE.test(lines[at]!)) at += 1;
      parts.push(formatParagraph(lines.slice(open, at), COLUMNS));
    } else if (line.trim() !== "") parts.push(formatTitle(line));
  }
  return parts;
}

function formatBlock(word: string, name: string, body: readonly string[], kinds: ReadonlyMap<string, Kind>): string {
  const inside =
    word === "example"
      ? formatExample(body)
      : formatYaml(body.join("\n"), word === "fact" ? factOrder : clauseOrder(kinds.get(name)), COLUMNS);
  return ["```" + [word, ...(name === "" ? [] : [name])].join(" "), ...(inside === "" ? [] : [inside]), "```"].join("\n");
}

function formatTitle(line: string): string {
  const heading = HEADING.exec(line);
  if (!heading) return line.trimEnd();
  const sides = heading[2]!.split("|").map((side) => side.trim());
  return `## ${heading[1]!} ${sides.join(" | ")}`.trimEnd();
}
