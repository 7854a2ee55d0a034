import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  /** For what is counted elsewhere: give it to the `registers` of a counter. */
  registry: Registry;
  /** `route` is the pattern (`/contracts/:id`), never the path: each distinct value is kept for good. */
  requestAnswered(request: { method: string; route: string; status: number; seconds: number }): void;
  factsAppended(kind: string, count?: number): void;
  /** How far the last deadline looked at lies behind the present, in seconds. */
  clockLag(seconds: number): void;
  /** All of them as text (OpenMetrics' elder, the Prometheus exposition format 0.0.4). */
  text(): Promise<string>;
  contentType: string;
}

const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]; // seconds

/** The numbers of one process, with those of the process itself (memory, handles, event loop). Two of them share nothing. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from request to answer",
    labelNames: ["method", "route", "status"],
    buckets: DURATIONS,
    registers,
  });
  const facts = new Counter({ name: "tenu_facts_appended_total", help: "Facts appended", labelNames: ["kind"], registers });
  const lag = new Gauge({ name: "tenu_clock_lag_seconds", help: "How far the last deadline looked at lies behind the present", registers });
  return {
    registry,
    requestAnswered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    factsAppended: (kind, count = 1) => facts.inc({ kind }, count),
    clockLag: (seconds) => lag.set(seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
