import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { launch } from "#platform/database/launch.ts";
import { migrate } from "#platform/database/migrate.ts";
import { loginsOf, passwordsOf, prepareLogins } from "#platform/database/logins.ts";
import { prepareTasks } from "#platform/tasks/prepare.ts";
import { tables } from "./tables.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseHome: string;
    databaseServer: { host: string; port: number; password: string; pid: number };
  }
}

/** The name of the migrated database that tests clone. */
export const TEMPLATE = "tenu_template";

/** One embedded server for all tests that need a database, with a migrated template to clone. It forgets on a crash, and is quick. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), "tenu-tests-"));
  const quick = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const launched = await launch(home, quick);
  const { host, port, password, pid } = launched;
  const server = { host, port, password, pid };
  await prepareLogins(home, server, TEMPLATE);
  const logins = loginsOf(server, passwordsOf(home), TEMPLATE);
  await prepareTasks(logins);
  await migrate(logins.owner, tables, Date.parse("2025-01-01T00:00:00Z"));
  project.provide("databaseHome", home);
  project.provide("databaseServer", server);
  return async () => {
    await launched.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
