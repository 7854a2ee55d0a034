import { expect, it } from "vitest";
import { openMetrics } from "./metrics.ts";

it("counts requests by route, facts by kind, and the lag of the clock, in the Prometheus text format", async () => {
  const metrics = openMetrics();
  metrics.requestAnswered({ method: "GET", route: "/contracts/:id", status: 200, seconds: 0.03 });
  metrics.requestAnswered({ method: "GET", route: "/contracts/:id", status: 200, seconds: 4 });
  metrics.factsAppended("ledger.accepted");
  metrics.factsAppended("ledger.accepted", 2);
  metrics.clockLag(1.5);
  const text = await metrics.text();
  expect(text).toContain('http_request_duration_seconds_bucket{le="0.05",method="GET",route="/contracts/:id",status="200"} 1\n');
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/contracts/:id",status="200"} 2\n');
  expect(text).toContain('tenu_facts_appended_total{kind="ledger.accepted"} 3\n');
  expect(text).toContain("tenu_clock_lag_seconds 1.5\n");
  expect(text).toContain("process_cpu_seconds_total");
  expect(metrics.contentType).toMatch(/^text\/plain; version=0\.0\.4/);
});

it("shares nothing between two registries", async () => {
  openMetrics().factsAppended("a");
  expect(await openMetrics().text()).not.toContain('kind="a"');
});
