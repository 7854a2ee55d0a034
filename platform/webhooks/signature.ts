import { createHmac, randomBytes } from "node:crypto";
import type { Instant } from "#kernel/time/instant.ts";

const PREFIX = "whsec_";

/** A secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function makeSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/** The headers of a signed delivery (Standard Webhooks 1.0.0): the message's id, seconds, and `v1,` with an HMAC-SHA256 in base64. */
export function signedHeaders(secret: string, message: string, at: Instant, body: string): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${message}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": message, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
