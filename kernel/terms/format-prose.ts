// Holes, deeds and names in backquotes are one word each, whatever they hold. A no-break space is no place to break.
const WORD = /(?:`[^`]*`|\[\[[\s\S]*?\]\]|\{\{[\s\S]*?\}\}|[^ \t\n])+/g;
const STRUCTURE = /^\s*(?:[-*+]\s|\d+[.)]\s|[>|#])/;
/** Words that would read as something else, or badly, at the start of a line: list marks, titles, French punctuation. */
const NEVER_FIRST = /^(?:[-*+]|\d+[.)]|[>|#`~=].*|[:;!?»].*)$/;

/** A `fr:` or `en:` paragraph, wrapped. From its first list item on, lines stay as they are. */
export function formatParagraph(lines: readonly string[], columns: number): string {
  const language = lines[0]!.slice(0, 3);
  const text = [lines[0]!.slice(3), ...lines.slice(1)].map((line) => line.trimEnd());
  const list = text.findIndex((line) => STRUCTURE.test(line));
  const running = list < 0 ? text : text.slice(0, list);
  const kept = list < 0 ? [] : text.slice(list).map((line, index) => (index === 0 && list === 0 ? `${language} ${line.trim()}` : line));
  return [...(list === 0 ? [] : wrap([language, ...wordsOf(running.join("\n"))], columns)), ...kept].join("\n");
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(WORD)) {
    const word = found.replaceAll(/[ \t\n]+/g, " ");
    const before = words.at(-1);
    if (before !== undefined && together(before, word)) words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  return words;
}

function together(before: string, word: string): boolean {
  return before.endsWith("«") || (before.endsWith(":") && word.startsWith("{{")) || (NEVER_FIRST.test(word) && !/^`[^`]/.test(word));
}

function wrap([first = "", ...words]: readonly string[], columns: number): string[] {
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line.length + 1 + word.length <= columns || line === first) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
