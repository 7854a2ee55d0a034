import type pg from "pg";

/** What the application's login may do with a table. */
export interface May {
  select: boolean;
  insert: boolean;
  update: boolean;
  delete: boolean;
}

export interface Table {
  name: string;
  may: May;
  enabled: boolean;
  forced: boolean;
}

export interface TenantTable extends Table {
  columns: readonly { column: string; mayUpdate: boolean }[];
  /** A row of a tenant; another number is another row. */
  row(tenant: string, number: number): Record<string, unknown>;
}

interface Column {
  column: string;
  type: string;
  mayUpdate: boolean;
}

/** Every table of a database, as its catalogue tells it: those with a tenant, and the others. */
export async function tablesOf(admin: pg.Client): Promise<{ ofTenants: TenantTable[]; others: Table[] }> {
  const { rows } = await admin.query<Table & { columns: Column[] }>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      jsonb_build_object(
        'select', has_table_privilege('tenu_app', c.oid, 'select') and has_schema_privilege('tenu_app', n.oid, 'usage'),
        'insert', has_table_privilege('tenu_app', c.oid, 'insert') and has_schema_privilege('tenu_app', n.oid, 'usage'),
        'update', has_any_column_privilege('tenu_app', c.oid, 'update') and has_schema_privilege('tenu_app', n.oid, 'usage'),
        'delete', has_table_privilege('tenu_app', c.oid, 'delete') and has_schema_privilege('tenu_app', n.oid, 'usage')) as may,
      (select jsonb_agg(jsonb_build_object('column', quote_ident(a.attname), 'type', a.atttypid::regtype::text,
          'mayUpdate', has_column_privilege('tenu_app', c.oid, a.attnum, 'update')) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1`);
  const ofTenants = rows.filter(({ columns }) => columns.some(({ column }) => column === "tenant_id"));
  return {
    ofTenants: ofTenants.map((table) => ({ ...table, row: (tenant, number) => rowOf(table.columns, tenant, number) })),
    others: rows.filter((row) => !ofTenants.includes(row)).map(({ name, may, enabled, forced }) => ({ name, may, enabled, forced })),
  };
}

/** Puts one row of each tenant into each table, whatever its constraints: they are another matter, and gone from this database. */
export async function fillTables(admin: pg.Client, tables: readonly TenantTable[], tenants: readonly string[]): Promise<void> {
  const { rows: checks } = await admin.query<{ text: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as text
    from pg_constraint where contype = 'c' and conrelid <> 0 and connamespace::regnamespace::text in ('platform', 'ledger')`);
  for (const { text } of checks) await admin.query(text);
  await admin.query("set session_replication_role = replica"); // no foreign keys
  for (const table of tables)
    for (const [number, tenant] of tenants.entries()) {
      const row = table.row(tenant, number);
      const marks = Object.keys(row).map((_, at) => `$${at + 1}`);
      await admin.query(`insert into ${table.name} (${Object.keys(row).join(", ")}) values (${marks.join(", ")})`, Object.values(row));
    }
}

function rowOf(columns: readonly Column[], tenant: string, number: number): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ column, type }) => [column, column === "tenant_id" ? tenant : valueOf(type, number)]));
}

function valueOf(type: string, number: number): unknown {
  if (type.endsWith("[]")) return [];
  switch (type) {
    case "uuid":
      return `01990000-0000-7000-9000-${String(number).padStart(12, "0")}`;
    case "bytea":
      return Buffer.from([number]);
    case "jsonb":
    case "json":
      return "{}";
    case "boolean":
      return false;
    case "timestamp with time zone":
      return "2025-01-01T00:00Z";
    case "smallint":
    case "integer":
    case "bigint":
      return number;
    default:
      return `text ${number}`;
  }
}
