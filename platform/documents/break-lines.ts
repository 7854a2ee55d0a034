/** A word with its widths, in points: its own, and that of the space after it. */
export interface Measured {
  width: number;
  space: number;
}

/**
 * Where the lines of a paragraph end: the index after each line's last word. Among all ways, the one whose lines are most alike in length
 * (least sum of the squares of what is left over). The last line may be short unless they are `balanced`, as titles are. A word wider than the
 * line stands alone.
 */
export function breakLines(words: readonly Measured[], width: number, balanced = false): number[] {
  const count = words.length;
  const best: number[] = Array.from({ length: count + 1 }, () => Infinity);
  const next: number[] = Array.from({ length: count + 1 }, () => count);
  best[count] = 0;
  for (let start = count - 1; start >= 0; start--) {
    let length = 0;
    for (let end = start + 1; end <= count; end++) {
      const word = words[end - 1] as Measured;
      length += word.width;
      if (length > width && end > start + 1) break;
      const left = Math.max(0, width - length);
      const cost = (end === count && !balanced ? shortLast(left, width) : left * left) + (best[end] as number);
      if (cost < (best[start] as number)) {
        best[start] = cost;
        next[start] = end;
      }
      length += word.space;
    }
  }
  const ends: number[] = [];
  for (let at = 0; at < count; at = next[at] as number) ends.push(next[at] as number);
  return ends;
}

/** A last line of one small word looks lost. */
function shortLast(left: number, width: number): number {
  const wanted = width / 5;
  const length = width - left;
  return length < wanted ? 4 * (wanted - length) ** 2 : 0;
}
