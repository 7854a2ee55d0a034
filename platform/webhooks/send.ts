import { lookup } from "node:dns";
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

export interface Sending {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Whether private addresses and plain HTTP will do: in tests, and inside one's own network. */
  allowPrivate: boolean;
  /** How long it may take in all, in ms. */
  most: number;
  signal: AbortSignal;
}

/** What came of it: an HTTP status, or why there is none. */
export type Sent = { status: number } | { error: string };

/**
 * Posts JSON and reads the status of the answer, nothing else of it. Follows no redirect. The address that is connected to is the one that was
 * looked at: a name cannot become a private address in between.
 */
export function send({ url, headers, body, allowPrivate, most, signal }: Sending): Promise<Sent> {
  const target = new URL(url);
  const reason = whyNot(target, allowPrivate);
  if (reason !== undefined) return Promise.resolve({ error: reason });
  const stop = AbortSignal.any([signal, AbortSignal.timeout(most)]);
  return new Promise((resolve) => {
    const request = (target.protocol === "https:" ? overHttps : overHttp)(
      target,
      {
        method: "POST",
        agent: false,
        signal: stop,
        headers: {
          ...headers,
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
          "User-Agent": "Tenu-Webhooks",
        },
        ...(!allowPrivate && { lookup: publicOnly }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    request.on("error", (error) => resolve({ error: stop.aborted && !signal.aborted ? `no answer within ${most} ms` : error.message }));
    request.end(body);
  });
}

/** Why a URL is not sent to, if it is not. */
export function whyNot({ protocol, hostname, username, password }: URL, allowPrivate: boolean): string | undefined {
  if (protocol !== "https:" && !(allowPrivate && protocol === "http:")) return "only https is sent to";
  if (username !== "" || password !== "") return "a URL with a password in it is not sent to";
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  if (!allowPrivate && isIP(literal) !== 0 && !isPublicAddress(literal)) return `${literal} is not a public address`;
  return undefined;
}

const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const closed = error ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
    if (error) return done(error, "");
    if (closed || addresses.length === 0)
      return done(new Error(`${hostname} is ${closed?.address ?? "nowhere"}, not a public address`), "");
    return options.all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
  });
};
