import { createRequire } from "node:module";
import type { Language } from "#kernel/words/language.ts";
import type PDFDocument from "pdfkit";
import { type OpenedFont, widenNarrowSpaces } from "./narrow-spaces.ts";
import type { Face, Style } from "./style.ts";
import { typeset } from "./typeset.ts";
import { UnprintableText } from "./unprintable-text.ts";

type Pdf = InstanceType<typeof PDFDocument>;

/** Measures and draws words. Everything in points from the page's upper left corner. */
export interface Pen {
  pdf: Pdf;
  language: Language;
  /** Of typeset text. Throws UnprintableText. */
  width(text: string, style: Style): number;
  /** Draws typeset text with its baseline at y. */
  write(text: string, x: number, y: number, style: Style): void;
  set(text: string): string;
}

// Source Serif 4, by Adobe, SIL Open Font License 1.1. The package's files come whole: pdfkit embeds only the glyphs used.
const family = "@expo-google-fonts/source-serif-4";
const cuts: Record<Face, string> = {
  regular: `${family}/400Regular/SourceSerif4_400Regular.ttf`,
  italic: `${family}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  semibold: `${family}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
};
const faces = Object.keys(cuts) as Face[];

export function takePen(pdf: Pdf, language: Language): Pen {
  const { resolve } = createRequire(import.meta.url);
  const opened = new Map<Face, OpenedFont["font"]>();
  for (const face of faces) {
    pdf.registerFont(face, resolve(cuts[face]));
    pdf.font(face);
    const font = (pdf as unknown as { _font: OpenedFont })._font;
    widenNarrowSpaces(font);
    opened.set(face, font.font);
  }
  const widths = new Map<string, number>();

  function choose({ face, size }: Style): void {
    pdf.font(face).fontSize(size);
  }

  return {
    pdf,
    language,
    width: (text, style) => {
      const key = `${style.face} ${style.size} ${style.smallCaps === true} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      const missing = Array.from(text).find(
        (each) => opened.get(style.face)?.hasGlyphForCodePoint(each.codePointAt(0) as number) === false,
      );
      if (missing !== undefined) throw new UnprintableText(text, missing);
      choose(style);
      const width = pdf.widthOfString(text, looks(style));
      widths.set(key, width);
      return width;
    },
    write: (text, x, y, style) => {
      choose(style);
      pdf.fillColor(style.colour);
      pdf.text(text, x, y, { lineBreak: false, baseline: "alphabetic", ...looks(style) });
    },
    set: (text) => typeset(text, language),
  };
}

function looks({ smallCaps, size }: Style) {
  return smallCaps === true
    ? { features: ["smcp" as const, "tnum" as const], characterSpacing: size * 0.05 }
    : { features: ["tnum" as const] };
}
