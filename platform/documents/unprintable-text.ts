/** A character that the font does not have. PDF/A allows no empty boxes in its place. */
export class UnprintableText extends Error {
  readonly text: string;

  constructor(text: string, character: string) {
    const point = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
    super(
      `document text ${JSON.stringify(text)}: the font Source Serif 4 has no U+${point}. Mend: write it in Latin, Greek or Cyrillic letters`,
    );
    this.name = "UnprintableText";
    this.text = text;
  }
}
