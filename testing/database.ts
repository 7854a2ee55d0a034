import pg from "pg";
import { afterAll, inject } from "vitest";
import { connect, type Database } from "#platform/database/connect.ts";
import { type Logins, loginsOf, passwordsOf } from "#platform/database/logins.ts";
import { scoped } from "#platform/database/scope.ts";
import { TEMPLATE } from "./database-server.ts";

export interface TestDatabase {
  app: Database;
  logins: Logins;
}

let clones = 0;

/** A database of this test file's own, cloned from the migrated template, gone when the file is done. */
export async function cloneDatabase(connections = 10): Promise<TestDatabase> {
  const server = inject("databaseServer");
  clones += 1;
  const name = `test_${process.pid}_${process.env["VITEST_POOL_ID"] ?? 0}_${clones}`;
  const admin = new pg.Client({ ...server, user: "postgres", database: "postgres" });
  await admin.connect();
  await admin.query(`create database ${name} template ${TEMPLATE} owner tenu_owner`);
  await admin.query(`grant connect on database ${name} to tenu_app, tenu_tasks, tenu_identity`);
  const logins = loginsOf(server, passwordsOf(inject("databaseHome")), name);
  const app = connect(logins.app, "test", connections);
  afterAll(async () => {
    await app.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { app, logins };
}

/** Tenants by their ids, made under their own scope. */
export async function makeTenant(
  { app }: TestDatabase,
  id: string,
  kind: "provider" | "distributor" | "customer",
  name: string = kind,
  distributor?: string,
): Promise<string> {
  await scoped(app, [id], (transaction) =>
    transaction.rows({
      text: "insert into platform.tenant (tenant_id, kind, name, distributor_id, created) values ($1, $2, $3, $4, '2025-01-01T00:00Z')",
      values: [id, kind, name, distributor ?? null],
    }),
  );
  return id;
}
