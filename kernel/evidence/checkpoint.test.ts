import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkpointText, readCheckpoint } from "./checkpoint.ts";

// The example of C2SP tlog-checkpoint.
const EXAMPLE = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

describe("a checkpoint", () => {
  test("is read as published, and written again", () => {
    const checkpoint = readCheckpoint(EXAMPLE);
    expect(checkpoint).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20_852_163 });
    expect(checkpointText(checkpoint)).toBe(EXAMPLE);
  });

  test("comes back with its further lines", () => {
    const line = fc.string({ minLength: 1 }).filter((text) => !text.includes("\n"));
    const checkpoints = fc.record({
      origin: line,
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(line, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        expect(readCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  test.each([
    ["", "1"],
    ["\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "1"],
    [EXAMPLE.replace("20852163", "020852163"), "2"],
    [EXAMPLE.replace("20852163", "-1"), "2"],
    [EXAMPLE.replace("20852163", "99999999999999999"), "2"],
    ["log\n1\nAAAA\n", "3"],
    [EXAMPLE.slice(0, -1), "4"],
    [`${EXAMPLE}\n`, "4"],
    [`${EXAMPLE}a\n\nb\n`, "5"],
    [`${EXAMPLE}a`, "4"],
  ])("%j is wrong in line %s", (text, line) => {
    expect(() => readCheckpoint(text)).toThrow(expect.objectContaining({ code: "checkpoint", args: expect.objectContaining({ line }) }));
  });

  test("what cannot be said in lines is not written", () => {
    const { root } = readCheckpoint(EXAMPLE);
    const said = { origin: "log", size: 1, root };
    for (const wrong of [{ origin: "" }, { origin: "a\nb" }, { size: -1 }, { size: 0.5 }, { root: root.slice(1) }, { extensions: [""] }])
      expect(() => checkpointText({ ...said, ...wrong })).toThrow("checkpoint");
  });
});
