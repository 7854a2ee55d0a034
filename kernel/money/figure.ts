import { type Operation, type Quantity, type Rounding, evaluate } from "./evaluate.ts";
import { type Fraction, formatFraction, parseFraction } from "./fraction.ts";
import type { RoundingRule } from "./rounding.ts";

/**
 * A number that carries its own explanation: a tree of operations down to sources. Plain JSON data; `value` is in the form of
 * `formatFraction`. A unit is a currency, a word of count, `%` (the value is then the percentage) or "" for a bare number.
 */
export type Figure =
  | { readonly op: "given"; readonly value: string; readonly unit: string; readonly from: Origin }
  | {
      readonly op: "sum" | "product" | "minimum" | "maximum";
      readonly value: string;
      readonly unit: string;
      readonly of: readonly Figure[];
    }
  | { readonly op: "difference" | "quotient"; readonly value: string; readonly unit: string; readonly of: readonly [Figure, Figure] }
  | {
      readonly op: "round";
      readonly value: string;
      readonly unit: string;
      readonly rule: RoundingRule;
      readonly digits: number;
      readonly of: readonly [Figure];
    };

/** Where a given number comes from. */
export type Origin =
  | { readonly clause: string; readonly figure: string } // a figure of the terms
  | { readonly fact: string; readonly field: string } // a field of a fact
  | { readonly reference: string; readonly on: string } // legal-interest-fr on 2025-02-01
  | { readonly count: string; readonly from?: string; readonly until?: string } // counted by the calendar, between ISO edges
  | { readonly constant: string }; // 365, 100 %

/** A source. `value` as text is read by `parseFraction`; throws when it is not a number. */
export function given(value: Fraction | string, unit: string, from: Origin): Figure {
  const number = typeof value === "string" ? read(value) : value;
  return { op: "given", value: formatFraction(number), unit, from };
}

/** Throws unless there is at least one figure and all have one unit; so do `difference`, `least` and `greatest`. */
export function sum(of: readonly Figure[]): Figure {
  return { op: "sum", ...computed("sum", of), of };
}

export function difference(a: Figure, b: Figure): Figure {
  return { op: "difference", ...computed("difference", [a, b]), of: [a, b] };
}

/** Percentages count as hundredths: 300 EUR × 3.71 % is 11.13 EUR. The unit is inferred as in `productUnit`, or must be stated. */
export function product(of: readonly Figure[], unit?: string): Figure {
  return { op: "product", ...computed("product", of, unit), of };
}

/** Equal units cancel; `quotient(kept, all, "%")` is a share as a percentage. Throws on a zero divisor. Units as in `quotientUnit`. */
export function quotient(a: Figure, b: Figure, unit?: string): Figure {
  return { op: "quotient", ...computed("quotient", [a, b], unit), of: [a, b] };
}

export function least(of: readonly Figure[]): Figure {
  return { op: "minimum", ...computed("minimum", of), of };
}

export function greatest(of: readonly Figure[]): Figure {
  return { op: "maximum", ...computed("maximum", of), of };
}

/** Rounds to `digits` decimals of the figure's own unit: 2 for cents when the unit is EUR. */
export function rounded(figure: Figure, rule: RoundingRule, digits: number): Figure {
  return { op: "round", ...computed("round", [figure], undefined, { rule, digits }), rule, digits, of: [figure] };
}

/** The figure's number, in its unit. Throws when the data is no number. */
export function valueOf(figure: Figure): Fraction {
  return read(figure.value);
}

/** The origins the figure rests on, in reading order, each once. */
export function sources(figure: Figure): Origin[] {
  const found = new Map<string, Origin>();
  function visit(each: Figure): void {
    if (each.op === "given") found.set(JSON.stringify(each.from), each.from);
    else each.of.forEach(visit);
  }
  visit(figure);
  return [...found.values()];
}

/**
 * Checks every node against its own children, trusting nothing but the sources. Empty when the figure holds; otherwise one problem
 * a node, with its path, the stated value and the recomputed one. Never throws on a tree of nodes, whatever their fields hold.
 */
export function recompute(figure: Figure, path = "figure"): string[] {
  const below = figure.op === "given" ? [] : figure.of.flatMap((each, index) => recompute(each, `${path}.of[${index}]`));
  const stated = `${figure.value} ${figure.unit}`.trim();
  try {
    const rounding = figure.op === "round" ? figure : undefined;
    const found = figure.op === "given" ? quantity(figure) : evaluate(figure.op, figure.of.map(quantity), figure.unit, rounding);
    const again = formatFraction(found.value);
    return again === figure.value ? below : [`${path}: stated ${stated}, recomputed ${`${again} ${found.unit}`.trim()}`, ...below];
  } catch (error) {
    return [`${path}: stated ${stated}, cannot be recomputed: ${(error as Error).message}`, ...below];
  }
}

function computed(op: Operation, of: readonly Figure[], unit?: string, rounding?: Rounding): { value: string; unit: string } {
  const result = evaluate(op, of.map(quantity), unit, rounding);
  return { value: formatFraction(result.value), unit: result.unit };
}

function quantity(figure: Figure): Quantity {
  return { value: valueOf(figure), unit: figure.unit };
}

function read(text: string): Fraction {
  const value = parseFraction(text);
  if (value === undefined) throw new Error(`"${text}" is not an exact number`);
  return value;
}
