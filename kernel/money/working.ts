import { type Figure, valueOf } from "./figure.ts";
import type { Fraction } from "./fraction.ts";

/** How a number in a unit is said in the reader's language: `300.00 EUR`, `3,71 %`, `48 jours`. */
export type NumberVoice = (value: Fraction, unit: string) => string;

/**
 * The figure and how it comes about, on one line of arithmetic, without words of its own but `round`, `min` and `max`:
 * `2.25 EUR = round(300.00 EUR × (3.71 % + 2 %) × 48 days / 365)`. A source is only its number.
 */
export function working(figure: Figure, say: NumberVoice): string {
  const result = say(valueOf(figure), figure.unit);
  return figure.op === "given" ? result : `${result} = ${expression(figure, say)}`;
}

function expression(figure: Figure, say: NumberVoice): string {
  function inner(each: Figure): string {
    return expression(each, say);
  }
  switch (figure.op) {
    case "given":
      return say(valueOf(figure), figure.unit);
    case "sum":
      return figure.of.map((each, index) => (index > 0 && isNegative(each) ? `(${inner(each)})` : inner(each))).join(" + ");
    case "difference": {
      const [a, b] = figure.of;
      return `${inner(a)} − ${isTerms(b) || isNegative(b) ? `(${inner(b)})` : inner(b)}`;
    }
    case "product":
      return figure.of.map((each) => (isTerms(each) || isNegative(each) ? `(${inner(each)})` : inner(each))).join(" × ");
    case "quotient": {
      const [a, b] = figure.of;
      const left = isTerms(a) ? `(${inner(a)})` : inner(a);
      return `${left} / ${isTerms(b) || isFactors(b) || isNegative(b) ? `(${inner(b)})` : inner(b)}`;
    }
    // The decimal comma of some readers forbids the comma between operands.
    case "minimum":
      return `min(${figure.of.map(inner).join("; ")})`;
    case "maximum":
      return `max(${figure.of.map(inner).join("; ")})`;
    case "round":
      return `round(${inner(figure.of[0])})`;
  }
}

function isTerms(figure: Figure): boolean {
  return figure.op === "sum" || figure.op === "difference";
}

function isFactors(figure: Figure): boolean {
  return figure.op === "product" || figure.op === "quotient";
}

function isNegative(figure: Figure): boolean {
  return figure.op === "given" && figure.value.startsWith("-");
}
