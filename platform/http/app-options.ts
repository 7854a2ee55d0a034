import type { Instant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Authenticate, Caller, People } from "./authenticate.ts";
import type { About } from "./document.ts";
import type { Health } from "./health.ts";
import type { Refusal } from "./problem.ts";
import type { Rate } from "./rate-limit.ts";
import type { Route } from "./route.ts";

/** One request, when it has been answered. */
export interface Served {
  /** The request's id. */
  request: string;
  method: string;
  /** The route's pattern, `/api/v1/contracts/{contract}`; `none` where none matched. */
  route: string;
  status: number;
  /** How long it took, in seconds. */
  seconds: number;
  tenant?: string;
  /** The id of the key that asked. */
  key?: string;
  /** The id of the person who asked. */
  person?: string;
  /** The code of the problem it was answered with. */
  problem?: string;
  /** What failed, where it was our fault. */
  error?: unknown;
}

export interface AppOptions {
  routes: readonly Route[];
  about: About;
  authenticate: Authenticate;
  /** How people are known, for routes that are about whoever asks. */
  people?: People | undefined;
  now: () => Instant;
  health: () => Promise<Health>;
  /** The text of /metrics, in its media type. Given to the machine itself, and to whoever has `metricsKey`. */
  metrics?: () => Promise<{ type: string; text: string }>;
  metricsKey?: string | undefined;
  /** Told of each request: for the log, and for the measurements. */
  served?: (request: Served) => void;
  /** Wraps the work of each request of a route, by its id: for the log and for tracing. Only failures of ours are thrown through it. */
  around?: <T>(asked: { id: string; route: Route; request: Request }, work: () => Promise<T>) => Promise<T>;
  perAddress?: Omit<Rate, "name">;
  perKey?: Omit<Rate, "name">;
  /** The longest body, in bytes, of routes that say nothing. */
  most?: number;
  /** How many trusted proxies stand before us. */
  proxies?: number;
  /** Whether browsers reach the installation over TLS. */
  overTls?: boolean;
  /** Whether answers are held against their schemas: in tests. */
  checkAnswers?: boolean;
  /** A clock for measuring: ms from anywhere, never set back. */
  elapsed?: () => number;
}

/** What one request carries along. */
export interface Carried {
  Variables: {
    request: string;
    language: Language;
    now: Instant;
    pattern: string;
    caller: Caller | undefined;
    refusal: Refusal | undefined;
    failure: unknown;
  };
}
