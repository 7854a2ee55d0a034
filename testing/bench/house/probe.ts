import { openBench, makeContracts } from "./installation.ts";
import { append } from "#ledger/facts/append.ts";
const b = await openBench();
try {
  const { ledger, database } = b.installation;
  const [name] = await makeContracts(b.installation, 1);
  const at = Date.now() - 1000_000;
  const f = (id: string, kind: string, subject: string, n: number, fields: any = {}, by = "customer") => ({ source: "bench", id, kind, subject, occurred: at + n * 1000, by, fields });
  for (const [i, one] of [
    f("a", "incident.received", "I-1", 0, { severity: "minor" }),
    f("b", "incident.received", "I-2", 1, { severity: "critical" }),
    f("c", "incident.restored", "I-1", 2, {}, "provider"),
    f("d", "mailbox.added", "M-1", 3, {}, "administrator"),
    f("e", "mailbox.removed", "M-1", 4, {}, "administrator"),
    f("g", "support.requested", "S-1", 5, {}, "customer"),
  ].entries()) {
    try {
    const done = await append(ledger, name!, [one as any], "k");
    console.log(one.kind, done.moved.map((m) => `${m.id} ${m.state}`));
    } catch (e) { console.log(one.kind, String(e)); }
  }
  const { rows } = await database.app.query("select 1");
  const c = await import("pg");
  console.log((await import("#platform/database/scope.ts")).scoped && 1);
  const { scoped } = await import("#platform/database/scope.ts");
  await scoped(database.app, [name!.tenant], async (t) => { console.log(await t.rows({ text: "select revision, facts, due, rests from ledger.contract" })); console.log(await t.rows({ text: "select count(*) n, closed is null and until is null as open from ledger.item group by 2" })); console.log(await t.rows({text: "select length(body::text) l, key from ledger.item where since > 2 limit 20"})); console.log(await t.rows({text: "select length(entry) from ledger.fact"}));});
  // next dues
  let now = Date.now();
  const { tick } = await import("#ledger/clock/tick.ts");
  for (let i = 0; i < 12; i++) {
    const due = (await database.app.query("select ledger.earliest_due() as due")).rows[0].due;
    const l = { ...ledger, now: () => due };
    const t = await tick(l);
    const r: any = await scoped(database.app, [name!.tenant], (t) => t.rows({ text: "select count(*)::int n from ledger.item where since = (select revision from ledger.contract)" }));
    console.log(new Date(due).toISOString(), t.turned.length, t.failed, r[0].n);
  }
} finally { await b.close(); }
