import type { Block } from "./document.ts";
import type { Pen } from "./pen.ts";
import { type Element, type Row, within } from "./row.ts";
import { setPairs } from "./set-pairs.ts";
import { setProof } from "./set-proof.ts";
import { setTable } from "./set-table.ts";
import { setArticleTitle, setHeading, setList, setParagraph } from "./set-text.ts";

/** What follows a table, or labels and values, stands a little apart from them. */
const APART = 14;

/** The rows of blocks that follow one another. */
export function setBlocks(pen: Pen, parent: Element, blocks: readonly Block[]): Row[] {
  return blocks.flatMap((block, index) => {
    const [first, ...others] = setBlock(pen, parent, block);
    if (first === undefined) return [];
    const before = blocks[index - 1]?.kind;
    const apart = before === "table" || before === "pairs" ? APART : 0;
    return [{ ...first, before: Math.max(first.before, apart) }, ...others];
  });
}

/** The rows of a block, whose elements are added to `parent` in the order of reading. */
function setBlock(pen: Pen, parent: Element, block: Block): Row[] {
  switch (block.kind) {
    case "heading":
      return setHeading(pen, parent, block);
    case "paragraph":
      return setParagraph(pen, parent, block);
    case "list":
      return setList(pen, parent, block);
    case "pairs":
      return setPairs(pen, parent, block.rows);
    case "table":
      return setTable(pen, parent, block);
    case "proof":
      return setProof(pen, parent, block);
    case "article": {
      const section = within(pen, parent, "Sect");
      return [...setArticleTitle(pen, section, block), ...setBlocks(pen, section, block.blocks)];
    }
  }
}
