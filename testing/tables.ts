import { join } from "node:path";
import type { Tables } from "#platform/database/migrate.ts";

const home = join(import.meta.dirname, "..");

/** Every room's tables, in the order in which they are made. */
export const tables: readonly Tables[] = ["platform", "ledger"].map((room) => ({ room, folder: join(home, room, "tables") }));
