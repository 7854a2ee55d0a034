import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "#kernel/time/instant.ts";

/** One step is 30 s (RFC 6238); the steps before and after are taken too, for clocks that differ. */
const STEP = 30_000;
const APART = [-1, 0, 1];

/** The code of six digits of a step: HOTP (RFC 4226) with HMAC-SHA-1. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** The step whose code this is, of those that count at an instant; undefined where it is none's. */
export function stepOf(secret: string, code: string, now: Instant): number | undefined {
  const present = Math.floor(now / STEP);
  const given = Buffer.from(code.padEnd(6).slice(0, 6));
  let found: number | undefined;
  for (const apart of APART)
    if (timingSafeEqual(Buffer.from(codeAt(secret, present + apart)), given.length === 6 ? given : Buffer.alloc(6)))
      found ??= present + apart;
  return code.length === 6 ? found : undefined;
}
