import { breakLines } from "./break-lines.ts";
import type { Piece, Words } from "./document.ts";
import type { Pen } from "./pen.ts";
import type { Style } from "./style.ts";
import { type Word, wordsOf } from "./words.ts";

/** Words of one style that stand together on a line, the space before the next ones included. */
export interface Segment {
  text: string;
  style: Style;
  /** In points. */
  width: number;
}

export interface Line {
  segments: Segment[];
  /** In points, without a space at the end. */
  width: number;
  /** False where the next line goes on within the word. */
  spaced: boolean;
}

/** Words set in a style, broken into lines no wider than `width` (points). Strong and emphatic pieces keep the style's size and colour. */
export function linesOf(pen: Pen, words: Words, style: Style, width: number): Line[] {
  const pieces: readonly Piece[] = typeof words === "string" ? [{ text: words, voice: "plain" }] : words;
  return wordsOf(pen, pieces, style, width).flatMap((each) => {
    let from = 0;
    return breakLines(each, width, style.balanced).map((to) => {
      const line = lineOf(pen, each.slice(from, to));
      from = to;
      return line;
    });
  });
}

function lineOf(pen: Pen, words: readonly Word[]): Line {
  const segments: Segment[] = [];
  for (const [index, word] of words.entries()) {
    for (const [at, { text, style }] of word.pieces.entries()) {
      const inner = index < words.length - 1 && at === word.pieces.length - 1 && word.space > 0;
      const latest = segments.at(-1);
      if (latest?.style === style) latest.text += inner ? `${text} ` : text;
      else segments.push({ text: inner ? `${text} ` : text, style, width: 0 });
    }
  }
  for (const segment of segments) segment.width = pen.width(segment.text, segment.style);
  return { segments, width: segments.reduce((sum, each) => sum + each.width, 0), spaced: (words.at(-1)?.space ?? 0) > 0 };
}
