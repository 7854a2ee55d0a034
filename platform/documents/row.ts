import type { Line } from "./lines.ts";
import type { Pen } from "./pen.ts";

/** A strip of a page that is not parted. Heights in points. */
export interface Row {
  height: number;
  /** Room above it, where it does not begin a page. */
  before: number;
  /** Whether the page may not end after it. */
  kept: boolean;
  /** Draws it with its upper edge at `top`, in marked content (see `marked`, `decorate`). */
  draw(top: number): void;
  /** Drawn again, as decoration, above this row where it begins a page: a table's head. */
  repeated?: Row;
}

export type Element = ReturnType<Pen["pdf"]["struct"]>;

/** An element of the document's structure (ISO 32000-1, 14.8.4), within another. */
export function within(pen: Pen, parent: Element, type: string, options: { scope?: "Row" | "Column" } = {}): Element {
  const element = pen.pdf.struct(type, options as object);
  parent.add(element);
  return element;
}

/** Draws what belongs to an element. */
export function marked(pen: Pen, element: Element, type: string, draw: () => void): void {
  const content = pen.pdf.markStructureContent(type);
  draw();
  pen.pdf.endMarkedContent();
  element.add(content);
}

/** Draws what is no part of the text: rules, running heads. Readers pass over it. */
export function decorate(pen: Pen, draw: () => void): void {
  pen.pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pen.pdf.endMarkedContent();
}

/** A straight line, `weight` points thick. */
export function rule(pen: Pen, from: number, to: number, y: number, weight: number, colour: string): void {
  decorate(pen, () => void pen.pdf.lineWidth(weight).moveTo(from, y).lineTo(to, y).stroke(colour));
}

/** Where the baseline lies below the upper edge of a line. */
export function baselineOf(leading: number, size: number): number {
  return leading / 2 + size * 0.33;
}

/** Draws a line of words, its upper edge at `top`; `width` is for those that stand at the end. A last space parts it from the next for those who copy the text or have it read. */
export function drawLine(
  pen: Pen,
  line: Line,
  { x, top, width, align }: { x: number; top: number; width: number; align: "start" | "end" },
): void {
  let at = align === "end" ? x + width - line.width : x;
  const first = line.segments[0];
  if (first === undefined) return;
  const y = top + baselineOf(first.style.leading, first.style.size);
  for (const [index, segment] of line.segments.entries()) {
    const last = index === line.segments.length - 1;
    pen.write(last && line.spaced ? `${segment.text} ` : segment.text, at, y, segment.style);
    at += segment.width;
  }
}
