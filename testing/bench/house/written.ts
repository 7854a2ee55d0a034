import type { Database } from "#platform/database/connect.ts";
import { type Column, headColumns } from "./bare-statement.ts";
import { inWorker } from "./in-worker.ts";
import type { Bench } from "./installation.ts";
import type { Sent } from "./sent.ts";

type Cells = (string | null)[];

/** The rows that one revision wrote. */
export interface Written {
  facts: Cells[];
  revision: Cells;
  items: Cells[];
  /** Key and number of items that got another version. */
  replaced: Cells[];
  head: Cells;
}

const tables = ["contract", "fact", "revision", "item"] as const;

/** Copies of the ledger's tables as they now stand, with their indexes and without anything else of ours; the planner knows both alike. */
export async function copyTables(admin: Database): Promise<void> {
  await admin.query("drop schema if exists bare cascade; create schema bare");
  for (const table of tables)
    await admin.query(
      `create table bare.${table} (like ledger.${table} including all); insert into bare.${table} select * from ledger.${table}`,
    );
  for (const schema of ["bare", "ledger"]) await admin.query(`vacuum analyze ${tables.map((table) => `${schema}.${table}`).join(", ")}`);
}

/** Writes into the copies what the ledger wrote since they were made, in the order of writing. */
export async function writeBare({ admin, adminUrl }: Bench, connections: number, single: boolean): Promise<Sent> {
  const written = await writtenSince(admin);
  const columns = {
    fact: await columnsOf(admin, "fact"),
    revision: await columnsOf(admin, "revision"),
    item: await columnsOf(admin, "item"),
  };
  return inWorker<Sent>("./bare.ts", { url: adminUrl, columns, written, connections, single });
}

async function columnsOf(admin: Database, table: string): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`ledger.${table}`],
  );
  return rows;
}

async function writtenSince(admin: Database): Promise<Written[]> {
  const since = "join bare.contract c using (tenant_id, contract_id) where";
  const revisions = await cells(
    admin,
    `select r.* from ledger.revision r ${since} r.revision > c.revision and r.cause = 'facts' order by r.made`,
  );
  const facts = await cells(admin, `select f.* from ledger.fact f ${since} f.position >= c.facts order by f.position`);
  const items = await cells(admin, `select i.* from ledger.item i ${since} i.since > c.revision`);
  const old = await cells(admin, `select i.contract_id, i.until, i.key, i.number from ledger.item i ${since} i.until > c.revision`);
  const heads = await cells(admin, `select ${headColumns.map(({ name }) => name).join(", ")} from ledger.contract`);
  const headOf = new Map(heads.map((head) => [head[1]!, head]));
  const factsOf = Map.groupBy(facts, (row) => row[1]!);
  const itemsOf = Map.groupBy(items, (row) => `${row[1]} ${row[4]}`);
  const oldOf = Map.groupBy(old, (row) => `${row[0]} ${row[1]}`);
  return revisions.map((revision) => {
    const [, contract, number, , , size] = revision as string[];
    const mine = factsOf.get(contract!)!;
    const known = mine.findIndex((row) => Number(row[2]) >= Number(size));
    const head = [...headOf.get(contract!)!];
    head[2] = number!;
    head[3] = size!;
    return {
      facts: mine.splice(0, known < 0 ? mine.length : known),
      revision,
      // A version that a later revision replaced stood open when it was written.
      items: (itemsOf.get(`${contract} ${number}`) ?? []).map((row) => row.with(5, null)),
      replaced: (oldOf.get(`${contract} ${number}`) ?? []).map((row) => row.slice(2)),
      head,
    };
  });
}

/** Rows as PostgreSQL writes them. */
async function cells(admin: Database, text: string): Promise<Cells[]> {
  const { rows } = await admin.query({ text, rowMode: "array", types: { getTypeParser: () => (value: string) => value } });
  return rows as Cells[];
}
