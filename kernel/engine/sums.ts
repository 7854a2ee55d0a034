import type { NumberedItem } from "./register.ts";
import { add, type Fraction, zero } from "../money/fraction.ts";
import { valueOf } from "../money/figure.ts";

/** What one party owes another in one unit, exactly. */
export interface Sum {
  from: string;
  to: string;
  unit: string;
  due: Fraction;
  accruing: Fraction;
  settled: Fraction;
  /** Amounts that cannot be worked out: they are in none of the sums. */
  unknown: number;
}

export function sumsOf(items: readonly NumberedItem[]): Sum[] {
  const sums = new Map<string, Sum>();
  const unknown = new Map<string, number>();
  for (const { type, state, party, to = "", figure } of items) {
    if (type !== "amount") continue;
    if (state === "unknown" || !figure) {
      unknown.set(`${party}\n${to}`, (unknown.get(`${party}\n${to}`) ?? 0) + 1);
      continue;
    }
    const key = `${party}\n${to}\n${figure.unit}`;
    const sum = sums.get(key) ?? { from: party, to, unit: figure.unit, due: zero, accruing: zero, settled: zero, unknown: 0 };
    sums.set(key, sum);
    if (state === "due" || state === "accruing" || state === "settled") sum[state] = add(sum[state], valueOf(figure));
  }
  for (const [pair, count] of unknown) {
    const [from = "", to = ""] = pair.split("\n");
    const known = [...sums.values()].find((sum) => sum.from === from && sum.to === to);
    if (known) known.unknown = count;
    else sums.set(pair, { from, to, unit: "", due: zero, accruing: zero, settled: zero, unknown: count });
  }
  return [...sums.values()];
}
