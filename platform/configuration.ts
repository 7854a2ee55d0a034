import { resolve } from "node:path";
import type { Logins } from "./database/logins.ts";

/** How an installation is set up: what the environment says, with defaults for one machine. */
export interface Configuration {
  /** Where everything lies that is not in a database of one's own. */
  directory: string;
  /** A PostgreSQL of one's own; the embedded one where it is absent. */
  logins?: Logins;
  host: string;
  port: number;
  /** Who signs: the origin of the installation's logs. */
  name: string;
  /** Where data lies, as told to customers. */
  region: string;
  masterKey?: string;
  smtp?: string;
  /** Where people reach the installation, without a path: `https://tenu.example`. */
  url?: string;
  /** Whom mails come from, where it is not the installation's own name. */
  mailFrom?: string;
  traces?: string;
  metricsKey?: string;
  /** How many proxies of one's own stand before us. */
  proxies: number;
  /** Whether webhooks may go to one's own network, and over plain HTTP. */
  privateWebhooks: boolean;
  /** How many requests a second one key, and one address, may make. */
  requestsPerSecond: number;
}

export class Misconfigured extends Error {}

/** Reads TENU_DATA, TENU_HOST, TENU_PORT, TENU_NAME, TENU_REGION, TENU_URL, TENU_MAIL_FROM, TENU_MASTER_KEY, TENU_PROXIES, TENU_METRICS_KEY, TENU_PRIVATE_WEBHOOKS, TENU_REQUESTS_PER_SECOND, DATABASE_URL, DATABASE_OWNER_URL, DATABASE_TASKS_URL, DATABASE_IDENTITY_URL, SMTP_URL and OTEL_EXPORTER_OTLP_ENDPOINT. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>, directory?: string): Configuration {
  const read = (name: string) => (environment[name] === "" ? undefined : environment[name]);
  const logins = readLogins(read);
  const [masterKey, smtp, url, mailFrom, traces, metricsKey] = [
    "TENU_MASTER_KEY",
    "SMTP_URL",
    "TENU_URL",
    "TENU_MAIL_FROM",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "TENU_METRICS_KEY",
  ].map(read);
  return {
    directory: resolve(directory ?? read("TENU_DATA") ?? "data"),
    ...(logins && { logins }),
    host: read("TENU_HOST") ?? "127.0.0.1",
    port: wholeOf(read("TENU_PORT") ?? "7300", "TENU_PORT"),
    name: read("TENU_NAME") ?? "tenu.local",
    region: read("TENU_REGION") ?? "undeclared",
    ...(masterKey !== undefined && { masterKey }),
    ...(smtp !== undefined && { smtp }),
    ...(url !== undefined && { url: originOf(url) }),
    ...(mailFrom !== undefined && { mailFrom }),
    ...(traces !== undefined && { traces }),
    ...(metricsKey !== undefined && { metricsKey }),
    proxies: wholeOf(read("TENU_PROXIES") ?? "0", "TENU_PROXIES"),
    privateWebhooks: yesOrNo(read("TENU_PRIVATE_WEBHOOKS") ?? "no", "TENU_PRIVATE_WEBHOOKS"),
    requestsPerSecond: wholeOf(read("TENU_REQUESTS_PER_SECOND") ?? "2000", "TENU_REQUESTS_PER_SECOND"),
  };
}

function readLogins(read: (name: string) => string | undefined): Logins | undefined {
  const app = read("DATABASE_URL");
  const [owner, tasks, identity] = ["DATABASE_OWNER_URL", "DATABASE_TASKS_URL", "DATABASE_IDENTITY_URL"].map(read);
  if (app === undefined) return undefined;
  if (owner === undefined || tasks === undefined || identity === undefined)
    throw new Misconfigured(
      "DATABASE_URL is the application's login. DATABASE_OWNER_URL, DATABASE_TASKS_URL and DATABASE_IDENTITY_URL must name the logins of the owner, of the tasks and of people's identities, of the same database (docs/operate.md).",
    );
  return { app, owner, tasks, identity };
}

function originOf(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new Misconfigured(`TENU_URL=${text} is no address like https://tenu.example, without a path.`);
  return url.origin;
}

function wholeOf(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Misconfigured(`${name}=${text} is no whole number from 0 to 65535.`);
  return number;
}

function yesOrNo(text: string, name: string): boolean {
  if (text !== "yes" && text !== "no") throw new Misconfigured(`${name}=${text} is neither yes nor no.`);
  return text === "yes";
}
