import { faultsOf } from "#testing/lives/check.ts";
const [a, b] = process.argv.slice(2).map(Number);
const t = performance.now();
const sorts = new Map<string, string[]>();
for (let seed = a; seed < b; seed++) {
  let faults: string[];
  try { faults = faultsOf(seed); } catch (e: any) { faults = [`seed ${seed} threw ` + (e.problems ? JSON.stringify(e.problems) : e.stack).slice(0, 400)]; }
  for (const f of faults) { const sort = f.replace(/^seed \d+ (\([^)]*\): )?/, "").replace(/[\d:{].*/s, "").slice(0, 50); sorts.set(sort, [...(sorts.get(sort) ?? []), f]); }
}
for (const [sort, all] of sorts) console.log(all.length, sort, "\n    ", all.slice(0, 4).map((f) => f.slice(0, 500)).join("\n     "));
console.log(((performance.now() - t) / (b - a)).toFixed(1), "ms/life");
