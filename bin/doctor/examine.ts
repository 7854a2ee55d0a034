import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "#kernel/time/instant.ts";
import type { Configuration } from "#platform/configuration.ts";
import { connect } from "#platform/database/connect.ts";
import { launch } from "#platform/database/launch.ts";
import { type Logins, loginsOf, passwordsOf } from "#platform/database/logins.ts";
import type { Tables } from "#platform/database/migrate.ts";
import { durability, isolation, migrations, whichDatabase } from "./database.ts";
import { type Finding, looked } from "./finding.ts";
import { keys } from "./keys.ts";
import { disk, mail, never, node, region } from "./surroundings.ts";
import { contracts, service, tasks } from "./work.ts";

/** Looks at an installation, whatever state it is in, and changes nothing in it. Undefined where there is none. */
export async function examine(
  configuration: Configuration,
  rooms: readonly Tables[],
  now: Instant,
): Promise<readonly Finding[] | undefined> {
  const home = join(configuration.directory, "database");
  if (!configuration.logins && !existsSync(join(home, "postgres"))) return undefined;
  const around = [
    ...(await looked("keys", () => keys(configuration))),
    ...(await looked("mail", () => mail(configuration))),
    ...region(configuration),
    ...(await looked("disk", () => disk(configuration))),
    ...never(configuration),
  ];
  if (configuration.logins) return [...node(), ...(await examineDatabase(configuration.logins, false, rooms, now)), ...around];
  const database = await looked("postgresql", async () => {
    const server = await launch(home);
    try {
      return await examineDatabase(loginsOf(server, passwordsOf(home), "tenu"), true, rooms, now);
    } finally {
      server.release();
    }
  });
  return [...node(), ...database, ...around];
}

async function examineDatabase(logins: Logins, embedded: boolean, rooms: readonly Tables[], now: Instant): Promise<readonly Finding[]> {
  const [app, queue] = [connect(logins.app, "tenu doctor", 2), connect(logins.tasks, "tenu doctor", 1)];
  try {
    const which = await looked("postgresql", () => whichDatabase(app, embedded));
    if (which.some(({ verdict }) => verdict === "attention")) return which;
    const looks: [string, () => Promise<readonly Finding[]>][] = [
      ["migrations", () => migrations(app, rooms)],
      ["isolation", () => isolation(app)],
      ["durability", () => durability(app)],
      ["server", () => service(app, now)],
      ["contracts", () => contracts(app)],
      ["tasks", () => tasks(queue)],
    ];
    const found = [...which];
    for (const [about, look] of looks) found.push(...(await looked(about, look)));
    return found;
  } finally {
    await Promise.all([app.end(), queue.end()]);
  }
}

export function needsAttention(findings: readonly Finding[]): boolean {
  return findings.some(({ verdict }) => verdict === "attention");
}
