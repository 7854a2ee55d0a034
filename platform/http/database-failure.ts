/** SQLSTATEs after which the same request may well succeed: connection gone, server starting or stopping, serialization, deadlock, no connection left. */
const passing = /^(08...|57P0[1-5]|40001|40P01|53300)$/;
const network = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT"]);

/** Whether an error says that the database is not there for the moment, rather than that we asked something wrong. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (typeof code === "string")
    return passing.test(code) || (network.has(code) && (syscall === "connect" || syscall === "read" || syscall === "write"));
  return /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(error.message);
}

/** Values that no column holds, and that no schema stopped: a NUL in a text, an instant or a number out of range, a zone unknown there. */
const unfit = /^(22003|22007|22008|22021|22023|22P05)$/;

export function isUnfit(error: unknown): boolean {
  return unfit.test(codeOf(error));
}

/** Whether the database has no room left: on its disk, or for one more of its files. */
export function isFull(error: unknown): boolean {
  return codeOf(error) === "53100" || (codeOf(error) === "58030" && /No space left|File too large/.test((error as Error).message));
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : "";
}
