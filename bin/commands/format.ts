import { relative } from "node:path";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { formatTerms } from "#kernel/terms/format.ts";
import { type Problem, problem, Unusable } from "#kernel/terms/problem.ts";
import { type Command, FINDINGS, FINE, UNUSABLE } from "../call.ts";
import { builtIn } from "../contract/built-in.ts";
import { readText } from "../contract/read-text.ts";
import { writeText } from "../write-text.ts";
import { writeJson } from "../json/write.ts";
import { problemJson, tellProblems } from "../show/problems.ts";
import { nowhere } from "../trouble.ts";

export const format: Command = {
  name: "format",
  words: { fr: "met des conditions en forme", en: "puts terms in their canonical form" },
  usage: "FILE…",
  more: [
    {
      fr: "Réécrit chaque fichier dans sa forme canonique, sans rien changer de ce qu'il dit. Un fichier qui ne se lit pas reste comme il est.",
      en: "Writes each file again in its canonical form, changing nothing of what it says. A file that cannot be read stays as it is.",
    },
  ],
  options: {
    check: {
      words: {
        fr: "ne rien écrire ; sortir avec 1 si un fichier n'est pas en forme",
        en: "write nothing; exit with 1 if a file is not in form",
      },
    },
  },
  examples: ["tenu format contracts/*.md", "tenu format --check mes-conditions.md"],
  async run({ names, given, json, language, terminal }) {
    if (names.length === 0) throw new Unusable([problem("contract-missing", nowhere)]);
    const known = builtIn();
    const problems: Problem[] = [];
    const files: { file: string; formed: boolean }[] = [];
    for (const name of names) {
      const path = known.get(name) ?? name;
      const file = known.has(name) ? relative(process.cwd(), path) : name;
      const text = readText(path);
      const formatted = formatTerms(file, text, clauseKinds);
      problems.push(...formatted.problems);
      if (formatted.problems.length > 0) continue;
      const formed = formatted.text === text;
      files.push({ file, formed });
      if (!formed && !given.has("check")) writeText(path, formatted.text);
    }
    if (json) writeJson(terminal, "format", { files, problems: problems.map(problemJson) });
    else {
      for (const { file, formed } of files)
        if (!formed)
          terminal.write(
            `${terminal.paint(given.has("check") ? "soon" : "good", given.has("check") ? "▲" : "✓")} ${file}${given.has("check") ? (language === "fr" ? " n'est pas en forme" : " is not in form") : language === "fr" ? " mis en forme" : " formatted"}\n`,
          );
      tellProblems(terminal, problems, language);
    }
    if (problems.length > 0) return UNUSABLE;
    return given.has("check") && files.some(({ formed }) => !formed) ? FINDINGS : FINE;
  },
};
