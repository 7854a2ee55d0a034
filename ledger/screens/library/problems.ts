import { clauseKinds } from "#kernel/kinds/all.ts";
import { compose } from "#kernel/terms/compose.ts";
import { readDocument } from "#kernel/terms/read.ts";
import { readSource } from "#kernel/terms/source.ts";
import { problemWords } from "#kernel/words/problems.ts";
import type { Language } from "#web/kit/words/language.tsx";

/** What keeps a text from being used, at its line. */
export interface Fault {
  line: number;
  words: string;
}

/** Reads terms as the server will, and composes them alone: what no contract could use is told before it is kept for good. */
export function faultsIn(text: string, language: Language): Fault[] {
  const document = readDocument(readSource("body", text));
  const { id } = document;
  const library = { documents: new Map([[id, document]]), factKinds: new Map(), kinds: clauseKinds };
  const alone = { contract: id, documents: [id], parties: {}, figures: {}, readings: {}, order: {} };
  const problems = document.problems.length > 0 ? document.problems : compose(library, alone).problems;
  return problems.map((one) => {
    const { mend, ...words } = problemWords(one);
    return { line: one.place.line, words: `${words[language]} ${mend[language]}`.trim() };
  });
}
