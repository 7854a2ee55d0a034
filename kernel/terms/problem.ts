/** Where something stands in a file; line and column from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Why a file cannot be used as written. Its words are made at the edge, from `code` and `args` (see `kernel/words/problems.ts`). */
export interface Problem {
  code: string;
  place: Place;
  args: Readonly<Record<string, string>>;
}

export function problem(code: string, place: Place, args: Record<string, string> = {}): Problem {
  return { code, place, args };
}

/** Thrown by a grammar that cannot read a value; caught where file, line and column are known. */
export class Misread extends Error {
  readonly code: string;
  readonly args: Record<string, string>;
  constructor(code: string, args: Record<string, string>) {
    super(`${code} ${JSON.stringify(args)}`);
    this.code = code;
    this.args = args;
  }
}

/** Input that nothing can be computed from: names the place and the mend. The command line answers it with exit code 2. */
export class Unusable extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(
      problems.map(({ code, place, args }) => `${place.file}:${place.line}:${place.column} ${code} ${JSON.stringify(args)}`).join("\n"),
    );
    this.problems = problems;
  }
}

/** The known word nearest to what was written, when it is near enough to be a slip. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate, least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
