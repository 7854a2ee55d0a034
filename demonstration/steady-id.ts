import { createHash } from "node:crypto";
import type { Instant } from "#kernel/time/instant.ts";

/** An identifier that sorts by when it was made (RFC 9562, version 7), the same for the same name: addresses survive another making. */
export function steadyId(name: string, at: Instant): string {
  const bytes = createHash("sha256").update(`demonstration ${name}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
