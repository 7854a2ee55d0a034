import { lifeOf, references } from "#testing/lives/life.ts";
import { run } from "#kernel/engine/run.ts";
const st = new Map<string, number>(); const reasons = new Map<string, number>(); const clauses = new Map<string, Set<string>>(); const all = new Set<string>(); let paused=0, facts=0, phases: any = {}, extended=0;
for (let seed = 0; seed < 272; seed++) {
  const life = lifeOf(seed); facts += life.facts.length;
  const s = run(life.contract, life.facts, references, { at: life.until, knownAt: 1e15 });
  phases[s.phase] = (phases[s.phase] ?? 0) + 1;
  for (const c of life.contract.clauses) if (["duty","right","charge","limit","fee","late-payment","availability"].includes(c.kind)) all.add(c.document + "/" + c.id + " " + c.kind);
  for (const i of s.items) { const k = life.contract.byId.get(i.clause); const key = (k?.kind ?? i.clause) + " " + i.state; st.set(key, (st.get(key) ?? 0) + 1); if (i.pausedFor) paused++; if (i.reason) reasons.set(i.reason.code, (reasons.get(i.reason.code) ?? 0) + 1); const n = i.document + "/" + i.clause + " " + k?.kind; clauses.set(n, (clauses.get(n) ?? new Set()).add(i.state)); }
}
console.log(facts / 272, phases, "paused", paused); console.log([...st].sort().map(([k, v]) => k + ": " + v).join("; ")); console.log([...reasons]);
console.log("NEVER", [...all].filter((c) => !clauses.has(c)).join(", "));
console.log("RIGHT not used", [...clauses].filter(([c, s]) => c.endsWith(" right") && !s.has("used")).map(([c, s]) => c + " " + [...s].join("/")).join(", "));
console.log("DUTY not kept", [...clauses].filter(([c, s]) => c.endsWith(" duty") && !s.has("kept")).map(([c]) => c).join(", "));
