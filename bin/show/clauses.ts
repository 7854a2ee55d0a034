import type { Row, Work } from "#kernel/terms/clauses-table.ts";
import type { Library } from "#kernel/terms/contract.ts";
import type { Language } from "#kernel/words/language.ts";
import { kindWords } from "#kernel/words/states.ts";
import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { type Cell, table } from "./table.ts";

interface Asked {
  library: Library;
  language: Language;
  /** Show the examples by name, not by number. */
  examples: boolean;
  all: number;
}

const works: Readonly<Record<Work, { fr: string; en: string; ink: Ink }>> = {
  executed: { fr: "exécutée", en: "executed", ink: "good" },
  composed: { fr: "composée", en: "composed", ink: "accent" },
  text: { fr: "texte", en: "text", ink: "faint" },
};

/** Row by row: the article, the clause, its kind, what it does, its examples. Then the counts, so that nobody has to believe them. */
export function showClauses(terminal: Terminal, rows: readonly Row[], asked: Asked): string {
  const { language, examples } = asked;
  const french = language === "fr";
  const lines = rows.flatMap(({ row, clauses }): Cell[][] => {
    if (clauses.length === 0)
      return [
        [
          { text: row, ink: "strong" },
          { text: "–" },
          { text: french ? "aucune clause" : "no clause", ink: "bad" },
          { text: "" },
          { text: "" },
        ],
      ];
    return clauses.map((tied, index): Cell[] => [
      { text: index === 0 ? row : "", ink: "strong" },
      { text: `${tied.document} ${tied.article}` },
      { text: `${tied.clause}\n${kindWords[tied.kind]?.[language] ?? tied.kind}`.replace("\n", " · "), ink: "accent" },
      { text: works[tied.work][language], ink: works[tied.work].ink },
      { text: examples ? tied.examples.map(({ name }) => `- ${name}`).join("\n") : String(tied.examples.length) },
    ]);
  });
  const titles = french ? ["ligne", "article", "clause", "mécanique", "exemples"] : ["row", "article", "clause", "mechanics", "examples"];
  return `${table(terminal, [{ title: titles[0]!, least: 12 }, { title: titles[1]!, least: 16 }, { title: titles[2]!, least: 18 }, { title: titles[3]! }, examples ? { title: titles[4]!, least: 20 } : { title: titles[4]!, align: "right" }], lines)}\n${counts(terminal, rows, asked)}`;
}

function counts({ paint }: Terminal, rows: readonly Row[], { language, all }: Asked): string {
  const french = language === "fr";
  const best = ({ clauses }: Row): Work | undefined =>
    (["executed", "composed", "text"] as const).find((work) => clauses.some((tied) => tied.work === work));
  const parts = (["executed", "composed", "text"] as const).map(
    (work) => `${rows.filter((row) => best(row) === work).length} ${works[work][language]}`,
  );
  const untied = rows.filter(({ clauses }) => clauses.length === 0).length;
  const clauses = new Set(rows.flatMap((row) => row.clauses.map((tied) => `${tied.document}/${tied.clause}`))).size;
  const of = rows.length === all ? `${all}` : french ? `${rows.length} sur ${all}` : `${rows.length} of ${all}`;
  return paint(
    "faint",
    `${of} ${french ? "lignes" : "rows"} · ${clauses} clauses · ${parts.join(" · ")}${untied === 0 ? "" : ` · ${untied} ${french ? "sans clause" : "without a clause"}`}\n`,
  );
}
