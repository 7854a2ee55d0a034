/** Half-open runs of minutes since 1970-01-01T00:00Z: sorted, apart, none empty. */
export type Runs = readonly (readonly [number, number])[];

export function union(a: Runs, b: Runs): Runs {
  const sorted = [...a, ...b].toSorted(([x], [y]) => x - y);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) merged.push([from, to]);
  }
  return merged;
}

export function intersection(a: Runs, b: Runs): Runs {
  const out: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i]![0], b[j]![0]);
    const to = Math.min(a[i]![1], b[j]![1]);
    if (to > from) out.push([from, to]);
    if (a[i]![1] < b[j]![1]) i += 1;
    else j += 1;
  }
  return out;
}

export function without(a: Runs, b: Runs): Runs {
  const out: [number, number][] = [];
  for (const [from, to] of a) {
    let at = from;
    for (const [cut, end] of b) {
      if (end <= at || cut >= to) continue;
      if (cut > at) out.push([at, cut]);
      at = Math.max(at, end);
    }
    if (at < to) out.push([at, to]);
  }
  return out;
}

export function length(runs: Runs): number {
  return runs.reduce((sum, [from, to]) => sum + to - from, 0);
}
