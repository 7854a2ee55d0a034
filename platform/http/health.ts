/** What /healthz tells. A load balancer looks at the status only: 200, or 503 where a part is not well. */
export interface Health {
  /** Whether the database answers. */
  database: boolean;
  /** Whether it is migrated as this version needs it. */
  migrated: boolean;
  /** How late the contracts' clock is: ms since the earliest instant that is due and not yet done; 0 where none is. */
  clockLag: number;
}

/** A clock later than this is not well, in ms. */
const LATE = 300_000;

export async function healthResponse(ask: () => Promise<Health>): Promise<Response> {
  const health = await ask().catch((): Health => ({ database: false, migrated: false, clockLag: 0 }));
  const well = health.database && health.migrated && health.clockLag <= LATE;
  return Response.json({ status: well ? "well" : "unwell", ...health }, { status: well ? 200 : 503 });
}
