/** SQLSTATEs after which the same request may well succeed: connection gone, server starting or stopping, serialization, deadlock, no connection left. */
const passing = /^(08...|57P0[1-5]|40001|40P01|53300)$/;
const network = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT"]);

/** Whether an error says that the database is not there for the moment, rather than that we asked something wrong. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (typeof code === "string")
    return passing.test(code) || (network.has(code) && (syscall === "connect" || syscall === "read" || syscall === "write"));
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}
