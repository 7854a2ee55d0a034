import pg from "pg";

/** The right to serve one database: one server at a time. */
export interface Serving {
  release(): Promise<void>;
}

const SERVING = 7_305_002;

/**
 * Takes the right to serve; undefined where another server has it. A lock of the session: it goes with its connection, however the
 * process ends.
 */
export async function takeServing(url: string, lost: (error: Error) => void): Promise<Serving | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: "tenu serve", keepAlive: true });
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [SERVING]);
  if (!rows[0]?.taken) {
    await client.end();
    return undefined;
  }
  client.on("error", lost);
  return { release: () => client.end() };
}
