/** Whether JSON is nested deeper than anybody needs: what walks through it would run out of stack. */
export function isTooDeep(value: unknown, most = 100): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one): unknown[] => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}
