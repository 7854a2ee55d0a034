/** Milliseconds that each of several runs took. */
export function times(runs: number, work: (run: number) => void): number[] {
  return Array.from({ length: runs }, (_, run) => timed(() => work(run)));
}

export function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The value below which a share of the samples lies: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** One line of the table. */
export interface Row {
  what: string;
  measured: string;
  /** What was aimed at, and whether it was reached. */
  aim?: string;
  reached?: boolean;
}

export function milliseconds(value: number): string {
  return value < 1 ? `${value.toFixed(3)} ms` : value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

export function count(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, aim, reached }) => [
    what,
    measured,
    aim === undefined ? "" : `${aim}${reached === undefined ? "" : reached ? "  reached" : "  NOT reached"}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => `${row[0]!.padEnd(widths[0]!)}  ${row[1]!.padStart(widths[1]!)}  ${row[2]!}`.trimEnd()).join("\n");
}
