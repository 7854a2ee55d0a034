import { AsyncLocalStorage } from "node:async_hooks";
import { type Attributes, type Context, ROOT_CONTEXT, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { formatTraceparent, parseTraceparent } from "./traceparent.ts";

export interface Traces {
  /** Does the work within a span, which a failure marks and passes on. Spans begun meanwhile, across awaits, are its children. */
  traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T>;
  /** Does the work as a continuation of the caller's trace, if it sent a valid `traceparent`. */
  continued<T>(traceparent: string | undefined, work: () => T): T;
  /** Headers for a request that we make: `traceparent`, or nothing outside of any span. */
  outgoing(): Record<string, string>;
  /** For the log. */
  traceId(): string | undefined;
  /** Sends what is still held. */
  close(): Promise<void>;
}

/** Without an endpoint: nothing is loaded, measured or sent, and the work is simply done. */
export const noTraces: Traces = {
  traced: (_name, _attributes, work) => work(),
  continued: (_traceparent, work) => work(),
  outgoing: () => ({}),
  traceId: () => undefined,
  close: () => Promise.resolve(),
};

/**
 * Traces sent over OTLP/HTTP to `<endpoint>/v1/traces`, the value of OTEL_EXPORTER_OTLP_ENDPOINT; `noTraces` where there is none.
 * The exporter also heeds OTEL_EXPORTER_OTLP_HEADERS and its like. A caller's decision not to sample is followed.
 */
export async function openTraces({ endpoint, service }: { endpoint: string | undefined; service: string }): Promise<Traces> {
  if (endpoint === undefined || endpoint === "") return noTraces;
  if (!URL.canParse(endpoint)) {
    throw new RangeError(`OTEL_EXPORTER_OTLP_ENDPOINT: ${endpoint} is not a URL. Mend: write http://collector:4318, or remove it`);
  }
  const { openExport } = await import("./trace-export.ts");
  const { tracer, close } = openExport(`${endpoint.replace(/\/+$/, "")}/v1/traces`, service);
  return tracesOf(tracer, close);
}

function tracesOf(tracer: Tracer, close: () => Promise<void>): Traces {
  const current = new AsyncLocalStorage<Context>();
  const here = () => trace.getSpanContext(current.getStore() ?? ROOT_CONTEXT);
  return {
    traced: async (name, attributes, work) => {
      const parent = current.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, { attributes }, parent);
      try {
        return await current.run(trace.setSpan(parent, span), work);
      } catch (error) {
        // Its kind only: the words of an error may hold personal text, and traces leave the house.
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "thrown" });
        throw error;
      } finally {
        span.end();
      }
    },
    continued: (header, work) => {
      const caller = parseTraceparent(header);
      return caller === undefined ? work() : current.run(trace.setSpanContext(ROOT_CONTEXT, caller), work);
    },
    outgoing: () => {
      const span = here();
      return span === undefined ? {} : { traceparent: formatTraceparent(span) };
    },
    traceId: () => here()?.traceId,
    close,
  };
}
