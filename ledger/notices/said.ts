import type { Fact } from "#kernel/engine/fact.ts";
import { type Item, textOf } from "#kernel/engine/item.ts";
import { amountOf, formatAmount, parseAmount } from "#kernel/money/amount.ts";
import { isCurrency, minorDigits } from "#kernel/money/currency.ts";
import { type Figure, valueOf } from "#kernel/money/figure.ts";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";

/** What is said of an item to a party: how it stands, and where it has them its instants and its amount. */
export interface Said {
  state: string;
  due?: string;
  until?: string;
  /** `40.00 EUR`, `3 days`; an exact ratio where it is no whole number of cents: `1/3 EUR`. */
  amount?: string;
}

export function saidOf({ state, due, until, figure }: Item): Said {
  return {
    state,
    ...(due !== undefined && { due: formatInstant(due) }),
    ...(until !== undefined && { until: formatInstant(until) }),
    ...(figure && { amount: amountSaid(figure) }),
  };
}

function amountSaid(figure: Figure): string {
  const { unit } = figure;
  const value = valueOf(figure);
  const whole = isCurrency(unit) && 10n ** BigInt(minorDigits(unit)) % value.d === 0n;
  return whole ? formatAmount(amountOf(value, unit)) : `${figure.value} ${unit}`.trim();
}

/** Whether everything that was said is so. What was not said is not asked. */
export function isSo(said: Fact["fields"], item: Item): boolean {
  const now: Partial<Record<string, string>> = { ...saidOf(item) };
  return ["state", "due", "until", "amount"].every(
    (key) => said[key] === undefined || normal(textOf(said[key])) === normal(now[key] ?? ""),
  );
}

/** One spelling of an instant, and of an amount. */
function normal(text: string): string {
  const instant = parseInstant(text);
  const amount = instant === undefined ? parseAmount(text) : undefined;
  return instant !== undefined ? formatInstant(instant) : amount ? formatAmount(amount) : text;
}
