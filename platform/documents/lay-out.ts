import type { Row } from "./row.ts";

/** A row on its page; `top` in points from the page's upper edge. */
export interface Placed {
  row: Row;
  page: number;
  top: number;
}

/**
 * Gives each row its page and place between `top` and `bottom`. Rows kept with the next move to a new page together, unless they fill a page by
 * themselves; a row higher than a page runs over its foot.
 */
export function layOut(rows: readonly Row[], { first, top, bottom }: { first: number; top: number; bottom: number }): Placed[] {
  const placed: Placed[] = [];
  let page = 0;
  let y = first;
  let fresh = true;
  for (const group of groupsOf(rows)) {
    const height = heightOf(group);
    const before = fresh ? 0 : (group[0] as Row).before;
    const whole = height <= bottom - top;
    if (!fresh && whole && y + before + height > bottom) [page, y, fresh] = [page + 1, top, true];
    for (const row of group) {
      if (!fresh && y + row.before + row.height > bottom) [page, y, fresh] = [page + 1, top, true];
      if (fresh && page > 0 && row.repeated !== undefined) {
        placed.push({ row: row.repeated, page, top: y });
        y += row.repeated.height;
      }
      y += fresh ? 0 : row.before;
      placed.push({ row, page, top: y });
      y += row.height;
      fresh = false;
    }
  }
  return placed;
}

function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let open = false;
  for (const row of rows) {
    if (open) groups.at(-1)?.push(row);
    else groups.push([row]);
    open = row.kept;
  }
  return groups;
}

function heightOf(group: readonly Row[]): number {
  return group.reduce((sum, { height, before }, index) => sum + height + (index === 0 ? 0 : before), 0);
}
