import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What a call of the command answered. */
export interface Answer {
  exit: number;
  out: string;
  err: string;
}

/** A folder with files of its own, in which `tenu` is called as people call it. Remove it at the end. */
export interface Trial {
  folder: string;
  tenu: (
    words: string[],
    options?: { lang?: string; input?: string | Uint8Array; columns?: number; env?: NodeJS.ProcessEnv },
  ) => Promise<Answer>;
  write: (name: string, text: string | Uint8Array) => void;
  remove: () => void;
}

export function openTrial(files: Readonly<Record<string, string>> = {}): Trial {
  const folder = mkdtempSync(join(tmpdir(), "tenu-command-"));
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    folder,
    write,
    tenu: (words, { lang = "en", input, columns = 100, env = {} } = {}) =>
      new Promise((answer) => {
        const child = execFile(
          process.execPath,
          [join(import.meta.dirname, "tenu.mjs"), ...words],
          { cwd: folder, env: { PATH: process.env["PATH"], LC_ALL: lang, COLUMNS: String(columns), ...env }, maxBuffer: 1 << 26 },
          (error, out, err) => answer({ exit: error ? Number(error.code) : 0, out: readable(out), err: readable(err) }),
        );
        child.stdin?.end(input ?? "");
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** No-break spaces as ordinary ones: what matters here is what one reads. */
function readable(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, " ");
}
