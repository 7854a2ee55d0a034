import type { Finding, Level } from "#kernel/terms/lint/finding.ts";
import { findingWords } from "#kernel/words/findings.ts";
import type { Language } from "#kernel/words/language.ts";
import { problemWords } from "#kernel/words/problems.ts";
import type { Ink } from "../paint.ts";
import type { Review } from "../lint/review.ts";
import type { Terminal } from "../terminal.ts";
import { placeWords } from "./problems.ts";
import { indent, widthOf } from "./text.ts";

const signs: Readonly<Record<Level, { sign: string; ink: Ink; fr: string; en: string; many: { fr: string; en: string } }>> = {
  error: { sign: "✗", ink: "bad", fr: "erreur", en: "error", many: { fr: "erreurs", en: "errors" } },
  warning: { sign: "▲", ink: "soon", fr: "alerte", en: "warning", many: { fr: "alertes", en: "warnings" } },
  note: { sign: "·", ink: "accent", fr: "note", en: "note", many: { fr: "notes", en: "notes" } },
};

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/** Findings by file and article, each with its place, its words and its mend; then the counts. */
export function showReview(terminal: Terminal, reviews: readonly Review[], language: Language, least: Level): string {
  const shown = reviews.map((review) => ({ ...review, findings: review.findings.filter(({ level }) => rank[level] <= rank[least]) }));
  return `${shown.map((review) => showFile(terminal, review, language)).join("\n")}\n${summary(terminal, reviews, language)}`;
}

function showFile(terminal: Terminal, review: Review, language: Language): string {
  const { document, findings, problems, failures } = review;
  const { paint, width } = terminal;
  const name = [document.title[language], document.source.file].filter((part) => part !== "").join(" · ");
  const head = `${paint("strong", name)}\n${paint("faint", "─".repeat(width))}\n`;
  if (findings.length + problems.length + failures.length === 0)
    return `${head}  ${paint("good", "✓")} ${language === "fr" ? "rien à redire" : "nothing to say against it"}\n`;
  const broken = [...problems, ...failures].map((one) => {
    const words = problemWords(one);
    return entry(terminal, "error", one.code, placeWords(one), words[language], words.mend[language], language);
  });
  const byArticle = Map.groupBy(findings, (finding) => `${finding.document}\n${finding.article}`);
  const articles = [...byArticle.values()].map(
    (its) =>
      `\n${paint("strong", articleTitle(its[0]!, review, language))}\n${its.map((finding) => showFinding(terminal, finding, review, language)).join("")}`,
  );
  return `${head}${broken.join("")}${articles.join("")}`;
}

/** An article's number and title, under its document's name where that is another. */
function articleTitle({ document: id, article }: Finding, { document, contract }: Review, language: Language): string {
  const home = contract.documents.find((one) => one.id === id) ?? document;
  const title = home.source.articles.find(({ number }) => number === article)?.title[language] ?? "";
  const name = `${article} ${title}`.trim() || (language === "fr" ? "Tout le document" : "The whole document");
  return id === document.id ? name : `${home.title[language]}, ${name}`;
}

function showFinding(terminal: Terminal, finding: Finding, { contract }: Review, language: Language): string {
  const words = findingWords(finding, contract);
  return entry(terminal, finding.level, finding.code, placeWords(finding), words[language], words.mend[language], language);
}

function entry(
  { paint, width }: Terminal,
  level: Level,
  code: string,
  place: string,
  words: string,
  mend: string,
  language: Language,
): string {
  const { sign, ink, [language]: name } = signs[level];
  const left = `  ${sign} ${name} ${code}`;
  const room = width - widthOf(left) - widthOf(place);
  const line = `  ${paint(ink, `${sign} ${name}`)} ${paint("faint", code)}${room >= 2 ? `${" ".repeat(room)}${paint("faint", place)}` : `\n    ${paint("faint", place)}`}\n`;
  const text = indent(words, 4, Math.min(width, 110));
  return `${line}${text}\n${
    mend === ""
      ? ""
      : `${indent(`→ ${mend}`, 4, Math.min(width, 110))
          .split("\n")
          .map((one) => paint("good", one))
          .join("\n")}\n`
  }`;
}

function summary({ paint }: Terminal, reviews: readonly Review[], language: Language): string {
  const french = language === "fr";
  const counts = (Object.keys(signs) as Level[]).map((level) => {
    const count = reviews.reduce(
      (sum, { findings, problems, failures }) =>
        sum + findings.filter((one) => one.level === level).length + (level === "error" ? problems.length + failures.length : 0),
      0,
    );
    return paint(
      count === 0 ? "faint" : signs[level].ink,
      `${count} ${(french ? count < 2 : count === 1) ? signs[level][language] : signs[level].many[language]}`,
    );
  });
  const played = reviews.reduce((sum, { examples }) => sum + examples, 0);
  const failed = reviews.reduce(
    (sum, { failures }) => sum + new Set(failures.map(({ args, place }) => args["example"] ?? place.line)).size,
    0,
  );
  const examples = french ? `exemples joués : ${played}, ratés : ${failed}` : `examples played: ${played}, failed: ${failed}`;
  return `${counts.join(" · ")} · ${examples}\n`;
}
