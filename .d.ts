import { lifeOf, references } from "#testing/lives/life.ts";
import { run } from "#kernel/engine/run.ts";
import { openTimeline } from "#kernel/engine/timeline.ts";
import { effectiveFacts } from "#kernel/engine/effective.ts";
import { difference } from "#testing/lives/same.ts";
const seed = Number(process.argv[2]);
const life = lifeOf(seed);
// shrink: find first prefix where the two differ
for (let n = 1; n <= life.facts.length; n++) {
  const facts = life.facts.slice(0, n);
  const tl = openTimeline(life.contract, references, facts);
  const d0 = difference(tl.facts(), effectiveFacts(facts, Infinity));
  const { knownAt: _1, ...a } = tl.at(life.until); const { knownAt: _2, ...b } = run(life.contract, facts, references, { at: life.until, knownAt: Infinity });
  const d = difference(a, b);
  if (d0 || d) { console.log(n, d0, d); console.log(facts.slice(-1)); 
    const t = (facts.at(-1) as any).fields.target; if (t) console.log(facts.filter(f => `${f.source}:${f.id}` === t || f.fields.target === t));
    console.log(life.facts.filter((f) => f.kind === "contract.amended").map((f) => [f.id, f.occurred, f.recorded, f.fields])); break; }
}
