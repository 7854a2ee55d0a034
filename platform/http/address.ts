import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The other end of the socket; `local` where the application is asked directly, as tests do. */
export function addressOf(c: Context): string {
  return c.env && "incoming" in c.env ? (getConnInfo(c).remote.address ?? "unknown") : "local";
}

/**
 * Who asks, for counting: the socket's address, or behind `proxies` trusted proxies the one that the outermost of them wrote into
 * X-Forwarded-For. An IPv6 asker is its /64: a household has that many.
 */
export function askerOf(socket: string, forwarded: string | undefined, proxies: number): string {
  const chain = [...(forwarded ?? "").split(",").map((one) => one.trim()), socket].filter((one) => one !== "");
  const address = chain[Math.max(0, chain.length - 1 - proxies)]!.replace(/^::ffff:(?=\d+\.)/, "");
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((one) => Number.parseInt(one, 16).toString(16))
    .join(":")}::/64`;
}
