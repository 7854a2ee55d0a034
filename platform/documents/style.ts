/** The cuts of the one family that everything is set in. */
export type Face = "regular" | "italic" | "semibold";

/** How words look. Sizes and leading in points. */
export interface Style {
  face: Face;
  size: number;
  leading: number;
  colour: string;
  /** Small capitals for the lower-case letters, a little apart. */
  smallCaps?: boolean;
  /** Lines alike in length, the last one too. */
  balanced?: boolean;
}

export const INK = "#1c1a19";
export const GREY = "#5f5a57"; // 6.5 : 1 on white (WCAG 2 AA)
export const RULE = "#a8a29e";

const body: Style = { face: "regular", size: 10.5, leading: 15, colour: INK };

export const styles = {
  title: { ...body, size: 23, leading: 28, balanced: true },
  subtitle: { ...body, face: "italic", size: 12.5, leading: 17, colour: GREY, balanced: true },
  part: { ...body, face: "semibold", size: 13.5, leading: 18, balanced: true },
  section: { ...body, face: "semibold", size: 10.5, leading: 15 },
  article: { ...body, face: "semibold", size: 11.5, leading: 15 },
  body,
  strong: { ...body, face: "semibold" },
  emphasis: { ...body, face: "italic" },
  number: { ...body, colour: GREY, size: 9.5 },
  label: { ...body, colour: GREY, size: 9.5 },
  caption: { ...body, face: "italic", size: 9.5, leading: 13, colour: GREY, balanced: true },
  head: { ...body, size: 9.5, leading: 12.5, colour: GREY, smallCaps: true },
  cell: { ...body, size: 9.5, leading: 13 },
  total: { ...body, face: "semibold", size: 9.5, leading: 13 },
  role: { ...body, size: 10, leading: 14, colour: GREY, smallCaps: true },
  small: { ...body, size: 8.5, leading: 11.5, colour: GREY },
  running: { ...body, face: "italic", size: 8.5, leading: 11, colour: GREY },
  folio: { ...body, size: 8.5, leading: 11, colour: GREY },
} as const satisfies Record<string, Style>;
