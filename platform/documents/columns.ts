/** A column of a table, in points. */
export interface Wanted {
  share: number;
  /** What its widest word needs. */
  least: number;
}

/** Widths by share, except that no column is narrower than it needs while others have room to give. Their sum is `room`. */
export function columnWidths(columns: readonly Wanted[], room: number): number[] {
  const needed = columns.reduce((sum, { least }) => sum + least, 0);
  if (needed >= room) return columns.map(({ least }) => (least * room) / needed);
  const fixed = new Set<Wanted>();
  for (;;) {
    const left = room - columns.reduce((sum, each) => sum + (fixed.has(each) ? each.least : 0), 0);
    const shares = columns.reduce((sum, each) => sum + (fixed.has(each) ? 0 : each.share), 0);
    const widths = columns.map((each) => (fixed.has(each) ? each.least : (left * each.share) / shares));
    const narrow = columns.filter((each, index) => !fixed.has(each) && (widths[index] as number) < each.least);
    if (narrow.length === 0) return widths;
    for (const each of narrow) fixed.add(each);
  }
}
