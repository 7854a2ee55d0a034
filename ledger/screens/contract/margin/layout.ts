/** What wants to stand beside a line of the text. */
export interface Wanted {
  key: string;
  /** Where its clause stands, from the top of the text. */
  top: number;
  height: number;
}

/** Where each stands: at its clause, or pushed down by what stands above. In the order of the text. */
export function layOut(wanted: readonly Wanted[], gap: number): Map<string, number> {
  const placed = new Map<string, number>();
  let free = -Infinity;
  for (const { key, top, height } of wanted.toSorted((a, b) => a.top - b.top)) {
    const at = Math.max(top, free);
    placed.set(key, at);
    free = at + height + gap;
  }
  return placed;
}
