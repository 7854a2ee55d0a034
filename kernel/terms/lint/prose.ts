import type { WrittenClause } from "../read.ts";
import type { Article, Paragraph } from "../source.ts";
import { isRecord } from "../source.ts";
import { type Args, type Finding, type Level, onDocument } from "./finding.ts";
import type { Check } from "./review.ts";

/** The prose itself: both languages there, with the same holes, deeds and lists; no figure outside its clause; every hole filled. */
export const prose: Check = ({ documents }) =>
  documents.flatMap((document) =>
    document.source.articles.flatMap((article) =>
      paragraphsOf(article).flatMap((paragraph) => {
        const say = (code: string, level: Level, args: Args = {}): Finding =>
          onDocument(document, code, level, args, paragraph.line, article.number);
        if (paragraph.fr === "" || paragraph.en === "")
          return [say("paragraph-in-one-language", "warning", { missing: paragraph.fr === "" ? "fr" : "en" })];
        return [...sameInBoth(paragraph, say), ...bareNumbers(paragraph, say), ...emptyHoles(paragraph, document.clauses, say)];
      }),
    ),
  );

type Say = (code: string, level: Level, args?: Args) => Finding;

function paragraphsOf({ parts }: Article): Paragraph[] {
  return parts.filter((part) => part.is === "paragraph");
}

function sameInBoth({ fr, en }: Paragraph, say: Say): Finding[] {
  const found: Finding[] = [];
  const [french, english] = [holes(fr), holes(en)];
  const odd = [...french.filter((hole) => !english.includes(hole)), ...english.filter((hole) => !french.includes(hole))];
  if (odd.length > 0) found.push(say("holes-differ", "warning", { holes: odd.join(", ") }));
  if (deed(fr) !== undefined && deed(en) === undefined)
    found.push(say("deed-in-one-language", "warning", { deed: deed(fr), missing: "en" }));
  if (deed(en) !== undefined && deed(fr) === undefined)
    found.push(say("deed-in-one-language", "warning", { deed: deed(en), missing: "fr" }));
  if (items(fr) !== items(en)) found.push(say("lists-differ", "warning", { fr: String(items(fr)), en: String(items(en)) }));
  return found;
}

/** Digits that stand neither in a hole nor between backquotes: a figure told twice, or told where no clause can use it. */
function bareNumbers({ fr, en }: Paragraph, say: Say): Finding[] {
  return [fr, en].flatMap((text) => {
    const bare = text.replace(/\{\{.*?\}\}|`[^`]*`/gs, "").match(/\S*\d\S*/g);
    return bare ? [say("bare-number", "warning", { number: bare.join(", ") })] : [];
  });
}

/** A hole takes its figure from a clause that the paragraph announces, or from the one that it names. */
function emptyHoles(paragraph: Paragraph, clauses: readonly WrittenClause[], say: Say): Finding[] {
  const announced = clauses.filter(({ home }) => home.prose.includes(paragraph));
  return [...new Set([...holes(paragraph.fr), ...holes(paragraph.en)])].flatMap((hole) => {
    const [id, key] = hole.includes(".") ? hole.split(".") : [undefined, hole];
    const among = id === undefined ? announced : clauses.filter((clause) => clause.id === id);
    return among.some(({ raw }) => holds(raw, key!)) ? [] : [say("hole-empty", "error", { hole })];
  });
}

function holds(raw: Readonly<Record<string, unknown>>, key: string): boolean {
  const alternatives = isRecord(raw["alternatives"]) ? Object.values(raw["alternatives"]) : [];
  return raw[key] !== undefined || alternatives.some((one) => isRecord(one) && one[key] !== undefined);
}

function holes(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, hole]) => hole!);
}

function deed(text: string): string | undefined {
  return /\[\[(.+?)\]\]/s.exec(text)?.[1]?.replace(/\s+/g, " ");
}

function items(text: string): number {
  return text.split("\n").filter((line) => line.startsWith("- ")).length;
}
