/** Where two plain values first differ, or undefined where they are equal. Keys may stand in any order; an absent key is not an undefined one. */
export function difference(a: unknown, b: unknown, path = ""): string | undefined {
  if (a === b || (typeof a === "number" && Object.is(a, b))) return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return `${path}: ${shown(a)} ≠ ${shown(b)}`;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b)) return `${path}: a list ≠ no list`;
    if (a.length !== b.length) return `${path}: ${a.length} ≠ ${b.length} of them`;
    for (let at = 0; at < a.length; at += 1) {
      const found = difference(a[at], b[at], `${path}[${at}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let keys = 0;
  for (const key in left) {
    keys += 1;
    if (!(key in right)) return `${path}.${key}: ${shown(left[key])} ≠ absent`;
    const found = difference(left[key], right[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  for (const key in right) {
    keys -= 1;
    if (keys < 0 && !(key in left)) return `${path}.${key}: absent ≠ ${shown(right[key])}`;
  }
  return keys === 0 ? undefined : `${path}: other keys`;
}

/** What a value holds that JSON would lose or change, with its path: undefined, NaN, -0, bigint, a function, a class. */
export function notJson(value: unknown, path = "state"): string | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? undefined : `${path}: ${value}`;
  if (typeof value !== "object") return `${path}: ${typeof value}`;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const found = notJson(value[at], `${path}[${at}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const made: unknown = Object.getPrototypeOf(value);
  if (made !== Object.prototype && made !== null) return `${path}: no plain object`;
  for (const key in value) {
    const found = notJson((value as Record<string, unknown>)[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 160);
}
