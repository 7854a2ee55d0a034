import type { PrintedDocument } from "./document.ts";
import { footline, frame, headline } from "./frame.ts";
import { linesOf } from "./lines.ts";
import type { Pen } from "./pen.ts";
import { decorate, rule } from "./row.ts";
import { RULE, type Style, styles } from "./style.ts";

/** Running head and foot of a page (`index` from 0, of `total`): decoration, which readers pass over. */
export function furnish(pen: Pen, { title, reference, author }: PrintedDocument, index: number, total: number): void {
  const first = index === 0;
  decorate(pen, () => {
    const right = shortened(pen, reference, styles.folio, 200);
    writeAtEnd(pen, right, headline, styles.folio);
    const room = frame.right - frame.left - pen.width(right, styles.folio) - 24;
    const style = first ? styles.folio : styles.running;
    pen.write(shortened(pen, first ? author : title, style, room), frame.left, headline, style);
    writeAtEnd(pen, `${index + 1} / ${total}`, footline, styles.folio);
    if (!first) pen.write(shortened(pen, author, styles.folio, 320), frame.left, footline, styles.folio);
  });
  if (!first) rule(pen, frame.left, frame.right, headline + 7, 0.3, RULE);
}

function writeAtEnd(pen: Pen, text: string, y: number, style: Style): void {
  pen.write(text, frame.right - pen.width(text, style), y, style);
}

/** What fits on one line, with an ellipsis where that is not all. */
function shortened(pen: Pen, text: string, style: Style, room: number): string {
  const set = pen.set(text);
  if (pen.width(set, style) <= room) return set;
  const [line] = linesOf(pen, text, style, room - pen.width("…", style));
  return `${line?.segments.map((each) => each.text).join("")}…`;
}
