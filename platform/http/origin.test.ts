import { expect, test } from "vitest";
import { isOurs } from "./origin.ts";

const from = (origin: string | undefined, own?: string) =>
  isOurs({ url: "http://tenu.example/api", headers: new Headers(origin === undefined ? {} : { Origin: origin }) }, own);

test("a program names no origin", () => expect(from(undefined)).toBe(true));
test("a page of the host that was asked is ours", () => expect(from("http://tenu.example")).toBe(true));
test.each(["http://other.example", "http://tenu.example.evil", "http://tenu.example:81", "null", ""])("%j is not ours", (origin) =>
  expect(from(origin)).toBe(false),
);
test("where the address is configured, it alone counts", () => {
  expect(from("https://people.example", "https://people.example")).toBe(true);
  expect(from("http://people.example", "https://people.example")).toBe(false);
  expect(from("http://tenu.example", "https://people.example")).toBe(false);
});
