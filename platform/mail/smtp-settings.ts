/** How to reach a mail server, read from a URL. */
export interface SmtpSettings {
  host: string;
  port: number;
  user?: string;
  password?: string;
  /** `always`: TLS from the first byte; `required`: STARTTLS or nothing; `offered`: STARTTLS if the server has it; `never`. */
  tls: "always" | "required" | "offered" | "never";
  /** How many connections are kept at most. */
  connections: number;
  /** Seconds of silence after which a server counts as dead. */
  timeout: number;
}

const modes = ["required", "offered", "never"] as const;
const known = ["tls", "connections", "timeout"];

/**
 * Reads `smtp://user:password@host:port?tls=required&connections=3&timeout=30` (STARTTLS, port 587) or `smtps://…` (TLS at once, port 465).
 * Without `tls`, STARTTLS is required. Throws RangeError, and never repeats the password.
 */
export function readSmtpUrl(text: string): SmtpSettings {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["smtp:", "smtps:"].includes(url.protocol)) throw refused("it is not an smtp:// or smtps:// address");
  const implicit = url.protocol === "smtps:";
  const unknown = [...url.searchParams.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw refused(`it has an unknown parameter ${unknown}; there are ${known.join(", ")}`);
  if (url.hostname === "") throw refused("it names no host");
  const asked = url.searchParams.get("tls") ?? "required";
  const tls = modes.find((mode) => mode === asked);
  if (tls === undefined) throw refused(`tls=${asked} is none of ${modes.join(", ")}`);
  if (implicit && tls !== "required") throw refused(`smtps:// is always encrypted, and it says tls=${asked}`);
  if (url.username !== "" && tls === "never" && !isLoopback(url.hostname)) throw refused("a password would travel in clear (tls=never)");
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? (implicit ? 465 : 587) : Number(url.port),
    ...(url.username !== "" && { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }),
    tls: implicit ? "always" : tls,
    connections: wholeNumber(url, "connections", 3, 50),
    timeout: wholeNumber(url, "timeout", 30, 600),
  };
}

function wholeNumber(url: URL, name: string, otherwise: number, most: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw refused(`${name}=${text} is not a whole number from 1 to ${most}`);
  return value;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}

function refused(reason: string): RangeError {
  return new RangeError(`mail URL: ${reason}. Mend: write smtp://user:password@host:587 or smtps://user:password@host:465`);
}
