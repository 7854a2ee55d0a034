import type { Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
  type TracerProviderOptions,
} from "@opentelemetry/sdk-trace";

/** Loaded only where traces are wanted. `url` takes OTLP/HTTP. */
export function openExport(url: string, service: string): { tracer: Tracer; close: () => Promise<void> } {
  const exporter = new OTLPTraceExporter({ url });
  // Who we are, as plain data: the package that makes these would be one more to keep.
  const attributes = { "service.name": service };
  const resource: NonNullable<TracerProviderOptions["resource"]> = {
    attributes,
    getRawAttributes: () => Object.entries(attributes),
    merge: () => resource,
  };
  const provider = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return { tracer: provider.getTracer(service), close: () => provider.shutdown() };
}
