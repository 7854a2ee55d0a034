import type { Instant } from "#kernel/time/instant.ts";
import { tooMany } from "./problems.ts";

/** How often one may ask: `perSecond` for ever, `burst` at once. */
export interface Rate {
  /** Word of the headers: `key`, `address`. */
  name: string;
  perSecond: number;
  burst: number;
  /** How many askers are remembered; the one that asked longest ago is forgotten first. */
  most?: number;
}

/** Takes one token of an asker. Gives the headers that say what is left (draft-ietf-httpapi-ratelimit-headers); throws a 429 problem. */
export type Limiter = (asker: string, now: Instant) => Readonly<Record<string, string>>;

/** A bucket of tokens for each asker, in memory: another process counts for itself. */
export function openLimiter({ name, perSecond, burst, most = 50_000 }: Rate): Limiter {
  const buckets = new Map<string, { tokens: number; at: Instant }>();
  const policy = `"${name}";q=${burst};w=${Math.max(1, Math.ceil(burst / perSecond))}`;
  return (asker, now) => {
    const before = buckets.get(asker) ?? { tokens: burst, at: now };
    const gained = (Math.max(0, now - before.at) / 1000) * perSecond; // a clock set back gains nothing
    const tokens = Math.min(burst, before.tokens + gained);
    const passes = tokens >= 1;
    const left = passes ? tokens - 1 : tokens;
    buckets.delete(asker);
    buckets.set(asker, { tokens: left, at: now });
    if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
    const full = Math.ceil((burst - left) / perSecond);
    const headers = { "RateLimit-Policy": policy, RateLimit: `"${name}";r=${Math.floor(left)};t=${full}` };
    if (!passes) throw tooMany(Math.max(1, Math.ceil((1 - tokens) / perSecond)), headers);
    return headers;
  };
}
