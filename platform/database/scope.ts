import type pg from "pg";
import type { Database } from "./connect.ts";

/** A statement with its values apart: text that people gave never becomes SQL. A named one is prepared once a connection. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
  name?: string;
}

/** What may be done inside one transaction and its scope. */
export interface Transaction {
  rows<Row>(statement: Statement): Promise<Row[]>;
  /** The tenants this transaction sees. */
  tenants: readonly string[];
  /** Whether it sees one moment only, and writes nothing. */
  snapshot: boolean;
  /** Does something once all is committed, and not otherwise: what memory keeps of it. It must not throw. */
  afterCommit(work: () => void): void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Works in one transaction that sees some tenants' rows only: the database itself hides all others (docs/decisions/12). No tenant,
 * no rows. What throws is rolled back whole.
 */
export async function scoped<T>(
  database: Database,
  tenants: readonly string[],
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // One round trip; safe, since nothing but the characters of identifiers is left in it.
  return inTransaction(database, `begin; select set_config('tenu.scope', '${scopeOf(tenants)}', true)`, tenants, work);
}

/** Narrows a transaction, or one that began without any, to some tenants. */
export async function enter(transaction: Transaction, tenants: readonly string[]): Promise<Transaction> {
  await transaction.rows({ name: "enter", text: "select set_config('tenu.scope', $1, true)", values: [scopeOf(tenants)] });
  return { ...transaction, tenants };
}

function scopeOf(tenants: readonly string[]): string {
  const stray = tenants.find((tenant) => !uuid.test(tenant));
  if (stray !== undefined) throw new Error(`A scope holds tenants, and ${JSON.stringify(stray)} is none.`);
  return `{${tenants.join(",")}}`;
}

/** Reads in one transaction that sees one moment of some tenants' rows, and writes nothing. */
export async function reading<T>(
  database: Database,
  tenants: readonly string[],
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const begin = "begin isolation level repeatable read read only";
  return inTransaction(database, `${begin}; select set_config('tenu.scope', '${scopeOf(tenants)}', true)`, tenants, work, true);
}

/** Works in one transaction without any tenant: what is nobody's, or is asked through the functions made for it. */
export function unscoped<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(database, "begin", [], work);
}

async function inTransaction<T>(
  database: Database,
  begin: string,
  tenants: readonly string[],
  work: (transaction: Transaction) => Promise<T>,
  snapshot = false,
): Promise<T> {
  const later: (() => void)[] = [];
  const client = await database.connect();
  let broken: Error | undefined;
  const lost = (error: Error) => (broken = error); // between two statements nobody else would hear it, and the process would end
  client.on("error", lost);
  try {
    await client.query(begin);
    const result = await work({ tenants, snapshot, rows: (statement) => rows(client, statement), afterCommit: (done) => later.push(done) });
    await client.query("commit");
    for (const done of later) done();
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off("error", lost);
    client.release(broken);
  }
}

async function rows<Row>(client: pg.PoolClient, { text, values = [], name }: Statement): Promise<Row[]> {
  const found = await client.query({ text, values: [...values], ...(name !== undefined && { name }) });
  return found.rows as Row[];
}
