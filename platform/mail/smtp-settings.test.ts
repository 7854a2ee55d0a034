import { describe, expect, it } from "vitest";
import { readSmtpUrl } from "./smtp-settings.ts";

describe("a mail URL", () => {
  it("wants STARTTLS unless it says otherwise", () => {
    expect(readSmtpUrl("smtp://mail.example")).toEqual({ host: "mail.example", port: 587, tls: "required", connections: 3, timeout: 30 });
  });

  it("may be encrypted from the first byte", () => {
    expect(readSmtpUrl("smtps://mail.example")).toMatchObject({ port: 465, tls: "always" });
  });

  it("has user and password written as URLs write them", () => {
    expect(readSmtpUrl("smtp://me%40home:p%3Ass@mail.example:25?tls=offered&connections=1&timeout=5")).toEqual({
      host: "mail.example",
      port: 25,
      user: "me@home",
      password: "p:ss",
      tls: "offered",
      connections: 1,
      timeout: 5,
    });
  });

  it.each([
    ["mail.example", /not an smtp/],
    ["https://me:s3cret@mail.example", /not an smtp/],
    ["smtp://me:s3cret@mail.example?tsl=never", /unknown parameter tsl/],
    ["smtp://me:s3cret@mail.example?tls=no", /tls=no is none of/],
    ["smtps://me:s3cret@mail.example?tls=never", /always encrypted/],
    ["smtp://me:s3cret@mail.example?tls=never", /in clear/],
    ["smtp://mail.example?timeout=0", /timeout=0 is not a whole number/],
    ["smtp://mail.example?connections=1.5", /connections=1\.5/],
  ])("is not %s, and the password is not told", (url, reason) => {
    expect(() => readSmtpUrl(url)).toThrow(reason);
    expect(() => readSmtpUrl(url)).not.toThrow(/s3cret/);
  });
});
