import type { Problem } from "#kernel/terms/problem.ts";
import { problemWords } from "#kernel/words/problems.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Terminal } from "../terminal.ts";
import { indent } from "./text.ts";

/** More than this would hide the first ones. */
const SHOWN = 20;

/** Problems for people, each with its place, sentence and mend, on standard error. */
export function tellProblems(terminal: Terminal, problems: readonly Problem[], language: Language): void {
  const { paint, width } = terminal;
  for (const one of problems.slice(0, SHOWN)) {
    const words = problemWords(one);
    const mend = words.mend[language];
    const place = placeWords(one);
    const sentence = indent(words[language], 2, width);
    terminal.tell(
      `${paint("bad", "✗")} ${place === "" ? sentence.trimStart() : `${place}\n${sentence}`}\n${mend === "" ? "" : `${paint("faint", indent(`→ ${mend}`, 2, width))}\n`}`,
    );
  }
  const more = problems.length - SHOWN;
  if (more > 0)
    terminal.tell(
      language === "fr" ? `  … et ${more} de plus ; --json les donne tous.\n` : `  … and ${more} more; --json gives them all.\n`,
    );
}

export function placeWords({ place: { file, line, column } }: Pick<Problem, "place">): string {
  return file === "" ? "" : line === 0 ? file : `${file}:${line}:${column}`;
}

/** Problems for machines. */
export function problemJson(one: Problem): Record<string, unknown> {
  const { mend, fr, en } = problemWords(one);
  return { code: one.code, place: one.place, args: one.args, words: { fr, en }, mend };
}
