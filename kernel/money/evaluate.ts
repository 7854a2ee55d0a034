import { type Fraction, add, divide, fraction, maximum, minimum, multiply, subtract } from "./fraction.ts";
import { type RoundingRule, roundTo } from "./rounding.ts";
import { type Unit, commonUnit, productUnit, quotientUnit } from "./units.ts";

export type Operation = "sum" | "product" | "minimum" | "maximum" | "difference" | "quotient" | "round";

/** A number in a unit. In `%` the number is the percentage: 3.71 % is 371/100. */
export interface Quantity {
  readonly value: Fraction;
  readonly unit: Unit;
}

export interface Rounding {
  readonly rule: RoundingRule;
  readonly digits: number;
}

/**
 * What an operation gives on these operands, in the stated unit if one is needed. Products and quotients take percentages as
 * hundredths. Throws on units that do not fit, on a wrong number of operands and on division by zero.
 */
export function evaluate(op: Operation, of: readonly Quantity[], stated?: Unit, rounding?: Rounding): Quantity {
  const units = of.map((each) => each.unit);
  switch (op) {
    case "sum":
      return { unit: agreeing(op, units, stated), value: of.map((each) => each.value).reduce(add) };
    case "minimum":
      return { unit: agreeing(op, units, stated), value: of.map((each) => each.value).reduce(minimum) };
    case "maximum":
      return { unit: agreeing(op, units, stated), value: of.map((each) => each.value).reduce(maximum) };
    case "difference": {
      const [a, b] = pair(op, of);
      return { unit: agreeing(op, units, stated), value: subtract(a.value, b.value) };
    }
    case "product": {
      const unit = productUnit(units, stated);
      const percentages = units.filter((each) => each === "%").length;
      return { unit, value: hundredfold(of.map((each) => each.value).reduce(multiply), percent(unit) - percentages) };
    }
    case "quotient": {
      const [a, b] = pair(op, of);
      const unit = quotientUnit(a.unit, b.unit, stated);
      return { unit, value: hundredfold(divide(a.value, b.value), percent(unit) - percent(a.unit) + percent(b.unit)) };
    }
    case "round": {
      const [only] = of;
      if (only === undefined || of.length !== 1 || rounding === undefined) throw new Error("a round needs one figure, a rule and digits");
      return { unit: agreeing(op, units, stated), value: roundTo(only.value, rounding.digits, rounding.rule) };
    }
    default:
      throw new Error(`unknown operation "${String(op)}"`);
  }
}

function agreeing(op: Operation, units: readonly Unit[], stated: Unit | undefined): Unit {
  return commonUnit(op, stated === undefined ? units : [...units, ...(units.length === 0 ? [] : [stated])]);
}

function pair(op: Operation, of: readonly Quantity[]): readonly [Quantity, Quantity] {
  const [a, b] = of;
  if (a === undefined || b === undefined || of.length !== 2) throw new Error(`a ${op} needs two figures, but has ${of.length}`);
  return [a, b];
}

function percent(unit: Unit): number {
  return unit === "%" ? 1 : 0;
}

/** `value` × 100^`times`, where `times` may be below zero. */
function hundredfold(value: Fraction, times: number): Fraction {
  if (times === 0) return value;
  const power = fraction(100n ** BigInt(Math.abs(times)));
  return times > 0 ? multiply(value, power) : divide(value, power);
}
