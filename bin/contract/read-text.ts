import { readFileSync } from "node:fs";
import { problem, Unusable } from "#kernel/terms/problem.ts";
import { nowhere } from "../trouble.ts";

/** A file's text; bytes that are no UTF-8 come as U+FFFD, which readers report with their place. Throws Unusable. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw unreadable(path, error);
  }
}

export function unreadable(path: string, error: unknown): Unusable {
  const message = causeOf(error);
  return new Unusable([
    message === "ENOENT" ? problem("file-missing", nowhere, { path }) : problem("file-unreadable", nowhere, { path, message }),
  ]);
}

/** `ENOENT`, `EACCES`: what the system says, without its path. */
export function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
