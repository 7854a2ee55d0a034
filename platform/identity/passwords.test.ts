import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLong, passwordFaults } from "./passwords.ts";

const anna = { email: "anna.martin@example.com", name: "Anna Martin", strong: false };
const codes = (password: string, owner = anna) => passwordFaults(password, owner).map(({ code }) => code);
const runs = { numRuns: 50 };

/** Words that nobody would string together. */
const unrelated = fc
  .shuffledSubarray(["gravel", "orchestra", "tulip", "basalt", "harpoon", "velvet", "quartz", "nimbus"], { minLength: 4 })
  .map((words) => words.join(" "));

describe("length", () => {
  test("under 12 characters nothing will do, and the reason is the length", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 6 }), (password) => {
        expect(codes(password)).toEqual(["password-too-short"]);
      }),
      runs,
    ));

  test("who decides for others needs 16, in the same words otherwise", () => {
    expect(codes("gravel tulip 9x")).toEqual([]);
    expect(codes("gravel tulip 9x", { ...anna, strong: true })).toEqual(["password-too-short"]);
    expect(codes("gravel tulip 9xy", { ...anna, strong: true })).toEqual([]);
  });

  test("characters are counted as people count them, not bytes", () => {
    expect(codes("𝒳".repeat(11))).toEqual(["password-too-short"]);
    expect(isLong("𝒳".repeat(15))).toBe(false);
    expect(isLong("é".repeat(16))).toBe(true);
  });

  test("64 characters and more are welcome, up to 256", () => {
    const words = "gravel orchestra tulip basalt harpoon velvet quartz nimbus lantern meadow ";
    for (const length of [64, 128, 256]) expect(codes(words.repeat(4).slice(0, length))).toEqual([]);
    expect(codes(words.repeat(4).slice(0, 257))).toEqual(["password-too-long"]);
  });
});

test("several unrelated words are enough: no capitals, digits or signs are asked for", () =>
  fc.assert(
    fc.property(unrelated, fc.boolean(), (password, strong) => {
      expect(codes(password, { ...anna, strong })).toEqual([]);
    }),
    runs,
  ));

test.each(["password1234", "azertyuiop12", "aaaaaaaaaaaaaaaa", "123456789012345", "motdepasse2026", "qwertyuiopasdf"])(
  "%s is guessed",
  (password) => expect(codes(password)).not.toEqual([]),
);

test("one's own name and address are no password, however they are decorated", () => {
  for (const password of ["anna.martin@example.com", "Anna Martin 1985", "martinmartinanna", "ANNA-martin-2026"])
    expect(codes(password)).not.toEqual([]);
});

test("what will do for a short role may not for a long one, and never the other way round", () =>
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 40 }), (password) => {
      const [long, short] = [codes(password, { ...anna, strong: true }), codes(password)];
      expect(long.length > 0 || short.length === 0).toBe(true);
    }),
    runs,
  ));

test("a refusal is said in both languages, and never repeats the password", () =>
  fc.assert(
    fc.property(fc.string({ minLength: 4, maxLength: 20 }), (password) => {
      for (const { detail } of passwordFaults(password, anna)) {
        expect(detail).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
        if (/[^\w\s]/.test(password)) expect(JSON.stringify(detail)).not.toContain(password);
      }
    }),
    runs,
  ));
