import pg from "pg";

/** A pool of connections under one login. Instants come as UTC milliseconds, whole numbers as numbers. */
export type Database = pg.Pool;

const INT8 = 20;
const TIMESTAMPTZ = 1184;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    if (format !== "binary" && oid === TIMESTAMPTZ) return readInstant;
    if (format !== "binary" && oid === INT8) return readWhole;
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

/** Opens no connection yet. Broken idle connections are dropped, and told. */
export function connect(url: string, name: string, most = 10, tell: (error: Error) => void = () => undefined): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    application_name: name,
    types,
    options: "-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000",
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", tell);
  return pool;
}

/** `2025-01-31 10:00:00.123+00`, as PostgreSQL writes an instant in a session whose time zone is UTC. */
function readInstant(text: string): number {
  const at = Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, "Z")}`);
  if (Number.isNaN(at)) throw new Error(`${text} is no instant in UTC: the session's time zone was changed.`);
  return at;
}

function readWhole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is larger than a number holds exactly.`);
  return number;
}
