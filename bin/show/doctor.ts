import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Finding } from "../doctor/finding.ts";
import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { type Cell, table } from "./table.ts";

const verdicts: Readonly<Record<Finding["verdict"], readonly [sign: string, ink: Ink, words: Bilingual]>> = {
  holds: ["✓", "good", { fr: "tient", en: "holds" }],
  attention: ["✗", "bad", { fr: "attention", en: "attention" }],
  "not-promised": ["–", "soon", { fr: "non promis", en: "not promised" }],
};

/** Each finding on a line, with what mends it. */
export function showFindings(terminal: Terminal, findings: readonly Finding[], language: Language): string {
  const rows = findings.map(({ verdict, words, mend }): Cell[] => {
    const [sign, ink, said] = verdicts[verdict];
    return [
      { text: sign, ink },
      { text: said[language], ink },
      { text: mend ? `${words[language]}\n→ ${mend[language]}` : words[language] },
    ];
  });
  return table(terminal, [{}, {}, { least: 30 }], rows);
}
