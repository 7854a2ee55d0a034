import type { Piece } from "./document.ts";
import type { Pen } from "./pen.ts";
import { type Style, styles } from "./style.ts";

/** What stands between two spaces, in one voice or several (`**strong**,`). Widths in points. */
export interface Word {
  pieces: { text: string; style: Style }[];
  width: number;
  /** Of the space after it; none where the next word is the rest of this one. */
  space: number;
}

/** The words of each line that the text itself ends. A word wider than `width` (a digest, an address) comes in parts that are not. */
export function wordsOf(pen: Pen, pieces: readonly Piece[], base: Style, width: number): Word[][] {
  const lines: Word[][] = [[]];
  const voices = { plain: base, strong: { ...base, face: styles.strong.face }, emphasis: { ...base, face: styles.emphasis.face } };
  let open = false; // whether the next letters belong to the last word
  for (const { text, voice } of pieces) {
    const style = voices[voice];
    for (const token of pen.set(text).split(/([ \t\r\n]+)/)) {
      if (token === "") continue;
      const line = lines.at(-1) as Word[];
      const blank = /^[ \t\r\n]/.test(token);
      if (blank && token.includes("\n")) lines.push([]);
      else if (!blank) addWord(pen, line, open, fitting(pen, token, style, width), style);
      open = !blank;
    }
  }
  return lines.filter((line) => line.length > 0);
}

function addWord(pen: Pen, line: Word[], open: boolean, parts: readonly string[], style: Style): void {
  for (const [index, text] of parts.entries()) {
    const space = index === parts.length - 1 ? pen.width(" ", style) : 0;
    const width = pen.width(text, style);
    const latest = line.at(-1);
    if (index > 0 || !open || latest === undefined) line.push({ pieces: [{ text, style }], width, space });
    else {
      latest.pieces.push({ text, style });
      latest.width += width;
      latest.space = space;
    }
  }
}

function fitting(pen: Pen, word: string, style: Style, width: number): string[] {
  if (pen.width(word, style) <= width) return [word];
  const parts = [""];
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`;
    if (pen.width(longer, style) <= width) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}
