import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noTraces, openTraces } from "./traces.ts";

interface SentSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: unknown }[];
  status: { code: number; message?: string };
}
interface Export {
  resourceSpans: { resource: { attributes: { key: string; value: { stringValue?: string } }[] }; scopeSpans: { spans: SentSpan[] }[] }[];
}

const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const unsampled = parent.replace(/01$/, "00");

let collector: Server;
let exports: Export[];
let paths: string[];

beforeEach(async () => {
  exports = [];
  paths = [];
  collector = createServer((request, response) => {
    paths.push(request.url ?? "");
    void json(request).then((body) => {
      exports.push(body as Export);
      response.setHeader("content-type", "application/json").end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});

afterEach(() => new Promise((resolve) => collector.close(resolve)));

const open = () => openTraces({ endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`, service: "tenu" });
const spans = () =>
  exports.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)));

describe("traces", () => {
  it("are nothing at all without an endpoint: the very same object, and the work is done", async () => {
    const traces = await openTraces({ endpoint: undefined, service: "tenu" });
    expect(traces).toBe(noTraces);
    expect(await traces.traced("work", {}, async () => 42)).toBe(42);
    expect(traces.continued(parent, () => traces.outgoing())).toEqual({});
  });

  it("reach the collector with names, attributes and who called whom", async () => {
    const traces = await open();
    const value = await traces.traced("outer", { contract: "c-1" }, async () => {
      await traces.traced("inner", {}, async () => {});
      return 42;
    });
    await traces.close();
    expect(value).toBe(42);
    expect(paths).toEqual(["/v1/traces"]);
    const [inner, outer] = spans();
    expect(outer).toMatchObject({ name: "outer", attributes: [{ key: "contract", value: { stringValue: "c-1" } }] });
    expect(inner).toMatchObject({ name: "inner", traceId: outer?.traceId, parentSpanId: outer?.spanId });
    expect(exports[0]?.resourceSpans[0]?.resource.attributes).toContainEqual({ key: "service.name", value: { stringValue: "tenu" } });
  });

  it("continue the caller's trace, and hand it on to whom we call", async () => {
    const traces = await open();
    const headers = await traces.continued(parent, () => traces.traced("answer", {}, async () => traces.outgoing()));
    await traces.close();
    const [span] = spans();
    expect(span).toMatchObject({ traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331" });
    expect(headers).toEqual({ traceparent: `00-${span?.traceId}-${span?.spanId}-01` });
  });

  it("follow a caller who does not sample: the trace is handed on, nothing is sent", async () => {
    const traces = await open();
    const headers = await traces.continued(unsampled, () => traces.traced("answer", {}, async () => traces.outgoing()));
    await traces.close();
    expect(spans()).toEqual([]);
    expect(headers["traceparent"]).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$/);
  });

  it("mark a failure by its kind, without its words, and pass it on", async () => {
    const traces = await open();
    await expect(traces.traced("work", {}, () => Promise.reject(new RangeError("zoe@client.example")))).rejects.toThrow(RangeError);
    await traces.close();
    expect(spans()[0]?.status).toEqual({ code: 2, message: "RangeError" });
    expect(JSON.stringify(exports)).not.toContain("zoe@");
  });

  it("are not sent to what is no URL", async () => {
    await expect(openTraces({ endpoint: "collector", service: "tenu" })).rejects.toThrow(/OTEL_EXPORTER_OTLP_ENDPOINT: collector.*Mend/);
  });
});
