import type { Proof } from "./document.ts";
import { frame, measure } from "./frame.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Pen } from "./pen.ts";
import { drawLine, type Element, marked, type Row, rule, within } from "./row.ts";
import { setPairs } from "./set-pairs.ts";
import { setHeading } from "./set-text.ts";
import { INK, RULE, type Style, styles } from "./style.ts";

const GAP = 24;
const BY_HAND = 64;
const WIDTH = (measure - GAP) / 2;

type Signer = Proof["signers"][number];

/** Two signers beside one another, then what proves it. All of it is kept together. */
export function setProof(pen: Pen, parent: Element, { title, signers, details = [] }: Proof): Row[] {
  const section = within(pen, parent, "Sect");
  const heading = setHeading(pen, section, { kind: "heading", level: 1, text: title });
  const pairs: Row[] = [];
  for (let at = 0; at < signers.length; at += 2) pairs.push(signersRow(pen, section, signers.slice(at, at + 2)));
  const proofs = details.length === 0 ? [] : setPairs(pen, section, details, { ...styles.cell });
  const all = [...heading, ...pairs, ...proofs.map((row, index) => (index === 0 ? { ...row, before: 18 } : row))];
  return all.map((row, index) => ({ ...row, kept: index < all.length - 1 }));
}

function signersRow(pen: Pen, section: Element, signers: readonly Signer[]): Row {
  const set = signers.map((each, index) => signerOf(pen, section, each, frame.left + index * (WIDTH + GAP)));
  return {
    height: Math.max(...set.map(({ height }) => height)),
    before: 12,
    kept: true,
    draw: (top) => {
      for (const { draw } of set) draw(top);
    },
  };
}

function signerOf(pen: Pen, section: Element, { role, name, mark }: Signer, x: number): { height: number; draw: (top: number) => void } {
  const said: [Style, string][] = [
    [styles.role, role],
    [styles.strong, name],
    ...(mark === undefined ? [] : [[{ ...styles.caption, leading: 14 }, mark] as [Style, string]]),
  ];
  const parts = said.map(([style, text]) => ({ style, lines: linesOf(pen, text, style, WIDTH), element: within(pen, section, "P") }));
  const words = parts.reduce((sum, { style, lines }) => sum + style.leading * lines.length, 0);
  return {
    height: 8 + words + (mark === undefined ? BY_HAND : 4),
    draw: (top) => {
      rule(pen, x, x + WIDTH, top, 0.8, INK);
      let y = top + 8;
      for (const { style, lines, element } of parts) {
        const from = y;
        marked(pen, element, "P", () => drawAll(pen, lines, x, from, style));
        y += style.leading * lines.length;
      }
      if (mark === undefined) rule(pen, x, x + WIDTH, y + BY_HAND - 2, 0.4, RULE);
    },
  };
}

function drawAll(pen: Pen, lines: readonly Line[], x: number, top: number, style: Style): void {
  for (const [at, line] of lines.entries()) drawLine(pen, line, { x, top: top + at * style.leading, width: WIDTH, align: "start" });
}
