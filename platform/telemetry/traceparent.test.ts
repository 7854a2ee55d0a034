import { describe, expect, it } from "vitest";
import { formatTraceparent, parseTraceparent } from "./traceparent.ts";

const trace = "0af7651916cd43dd8448eb211c80319c";
const span = "b7ad6b7169203331";

describe("a traceparent header", () => {
  it.each([`00-${trace}-${span}-01`, `00-${trace}-${span}-00`])("%s is read and written back", (header) => {
    const context = parseTraceparent(header);
    expect(context && formatTraceparent(context)).toBe(header);
  });

  it("of a later version is read as far as ours goes", () => {
    expect(parseTraceparent(`01-${trace}-${span}-01-more`)).toMatchObject({ traceId: trace, spanId: span, traceFlags: 1 });
  });

  it.each([
    undefined,
    "",
    `00-${trace}-${span}`,
    `00-${trace}-${span}-01-more`,
    `ff-${trace}-${span}-01`,
    `00-${trace.toUpperCase()}-${span}-01`,
    `00-${"0".repeat(32)}-${span}-01`,
    `00-${trace}-${"0".repeat(16)}-01`,
  ])("is not %s", (header) => expect(parseTraceparent(header)).toBeUndefined());
});
