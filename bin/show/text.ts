import { tied } from "#kernel/words/typography.ts";

/** How many columns a text takes. Marks that combine take none, wide signs two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /\p{Mark}/u.test(sign)
      ? 0
      : /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u.test(sign)
        ? 2
        : 1;
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Lines no wider than asked, broken at spaces; a word that is wider is cut after a slash, hyphen or dot, or anywhere. */
export function wrap(text: string, width: number): string[] {
  return tied(text)
    .split("\n")
    .flatMap((line) => wrapLine(line, Math.max(4, width)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ").flatMap((one) => pieces(one, width))) {
    const joined = current === "" ? word.text : word.glued ? current + word.text : `${current} ${word.text}`;
    if (widthOf(joined) <= width || current === "") current = joined;
    else {
      lines.push(current);
      current = word.text;
    }
  }
  return [...lines, current];
}

/** A word in pieces that fit; `glued` ones follow without a space. */
function pieces(word: string, width: number): { text: string; glued: boolean }[] {
  if (widthOf(word) <= width) return [{ text: word, glued: false }];
  const parts = word
    .split(/(?<=[/\-.:,])/)
    .flatMap((part) => (widthOf(part) <= width ? [part] : (part.match(new RegExp(`.{1,${width}}`, "gu")) ?? [])));
  return parts.map((text, index) => ({ text, glued: index > 0 }));
}

/** A paragraph with every line moved right; list items hang. */
export function indent(text: string, by: number, width: number): string {
  const space = " ".repeat(by);
  return text
    .split("\n")
    .flatMap((line) => {
      const item = /^(- )(.*)$/.exec(line);
      if (!item) return wrap(line, width - by).map((one) => space + one);
      return wrap(item[2]!, width - by - 4).map((one, index) => `${space}${index === 0 ? "  • " : "    "}${one}`);
    })
    .join("\n");
}
