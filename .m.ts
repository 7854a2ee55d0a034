import { lifeOf, references } from "#testing/lives/life.ts";
import { run } from "#kernel/engine/run.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
const fail = new Map();
for (let seed = 0; seed < 150; seed++) {
  try {
    let t = performance.now(); const life = lifeOf(seed); const g = performance.now() - t;
    t = performance.now(); const s = run(life.contract, life.facts, references, { at: life.until, knownAt: 1e15 }); const r = performance.now() - t;
    t = performance.now(); const tl = openTimeline(life.contract, references, life.facts); const tt = performance.now()-t;
    t = performance.now(); const s2 = tl.at(life.until);  const a = performance.now()-t;
    const st: any = {}; for (const i of s.items) st[i.state] = (st[i.state] ?? 0) + 1;
    if (seed>134) console.log(seed, life.contract.name, life.facts.length, "gen", g.toFixed(1), "run", r.toFixed(1), "timeline", tt.toFixed(1), "at", a.toFixed(2), s.items.length, s.phase, JSON.stringify(st), JSON.stringify(tl.state()).length);
  } catch (e: any) { const m = (e.problems ? JSON.stringify(e.problems) : e.stack).slice(0, 300); fail.set(m, [...(fail.get(m) ?? []), seed]); }
}
console.log(fail);
