/** A unit is a currency code, a word of count (`days`, `minutes`, `seats`), `%`, or the empty text for a bare number. */
export type Unit = string;

/** The one unit of things that are added or compared. Throws, naming two, when they differ; throws when there is nothing. */
export function commonUnit(what: string, units: readonly Unit[]): Unit {
  const [first] = units;
  if (first === undefined) throw new Error(`a ${what} needs at least one figure`);
  const other = units.find((unit) => unit !== first);
  if (other !== undefined) throw new Error(`a ${what} needs one unit, but has ${name(first)} and ${name(other)}`);
  return first;
}

/**
 * The unit of a product. Bare numbers and percentages scale: beside one other unit they keep it, alone they make a percentage
 * (3 × 2.62 % = 7.86 %). With several other units (EUR × days) the writer must say which results. Throws when it cannot be known,
 * or when `stated` contradicts it.
 */
export function productUnit(units: readonly Unit[], stated?: Unit): Unit {
  if (units.length === 0) throw new Error("a product needs at least one figure");
  const kinds = units.filter((unit) => !isScale(unit));
  if (kinds.length === 1) return agreed("product", kinds[0] as Unit, stated);
  if (kinds.length === 0) return agreed("product", units.includes("%") ? "%" : "", stated);
  return needed("product", kinds, stated);
}

/**
 * The unit of a quotient. Equal units cancel into a bare number; a bare or percentage divisor keeps the dividend's unit;
 * otherwise the writer must say. Throws as `productUnit` does.
 */
export function quotientUnit(dividend: Unit, divisor: Unit, stated?: Unit): Unit {
  if (dividend === divisor) return agreed("quotient", "", stated);
  if (isScale(divisor)) return agreed("quotient", dividend, stated);
  return needed("quotient", [dividend, divisor], stated);
}

/** Bare numbers and percentages measure nothing: either can be stated as the other (a share as 0.9995 or 99.95 %). */
function isScale(unit: Unit): boolean {
  return unit === "" || unit === "%";
}

function agreed(what: string, inferred: Unit, stated: Unit | undefined): Unit {
  if (stated === undefined || stated === inferred) return inferred;
  if (isScale(stated) && isScale(inferred)) return stated;
  throw new Error(`this ${what} is in ${name(inferred)}, but is stated in ${name(stated)}`);
}

function needed(what: string, units: readonly Unit[], stated: Unit | undefined): Unit {
  if (stated === undefined) throw new Error(`a ${what} of ${units.map(name).join(" and ")} must state its unit`);
  return stated;
}

function name(unit: Unit): string {
  return unit === "" ? "a bare number" : `"${unit}"`;
}
