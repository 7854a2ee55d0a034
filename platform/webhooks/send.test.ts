import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { send, whyNot } from "./send.ts";
import { makeSecret, signedHeaders } from "./signature.ts";

const met: string[] = [];
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  met.push(request.url!);
  if (request.url === "/elsewhere") response.writeHead(302, { Location: "/private" });
  if (request.url === "/slow") return;
  response.end("an answer".repeat(1000));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const sendTo = (to: string, allowPrivate: boolean, most = 5000) =>
  send({ url: to, headers: {}, body: "{}", allowPrivate, most, signal: new AbortController().signal });

test.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "2a01:e0a::1"])("%s is public", (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fe80::1%eth0",
  "fc00::1",
  "fd12::1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001:db8::1",
  "localhost",
  "",
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

describe("nothing is sent", () => {
  test.each([
    ["http://example.com/", /only https/],
    ["ftp://example.com/", /only https/],
    ["https://user:secret@example.com/", /password/],
    ["https://127.0.0.1/", /127.0.0.1 is not a public address/],
    ["https://2130706433/", /127.0.0.1 is not a public address/],
    ["https://0x7f.1/", /127.0.0.1 is not a public address/],
    ["https://[::1]/", /::1 is not a public address/],
    ["https://[::ffff:10.0.0.1]/", /is not a public address/],
    ["https://169.254.169.254/latest/meta-data/", /is not a public address/],
  ])("to %s", (to, reason) => expect(whyNot(new URL(to), false)).toMatch(reason));

  test("to a name that stands for a private address", async () => {
    expect(await sendTo("https://localhost/", false)).toEqual({ error: expect.stringMatching(/localhost is .*, not a public address/) });
  });
});

test("the status is what counts; redirects are not followed", async () => {
  expect(await sendTo(`${url}/`, true)).toEqual({ status: 200 });
  expect(await sendTo(`${url}/elsewhere`, true)).toEqual({ status: 302 });
  expect(met).not.toContain("/private");
});

test("who does not answer in time, or at all, is not waited for", async () => {
  expect(await sendTo(`${url}/slow`, true, 100)).toEqual({ error: "no answer within 100 ms" });
  expect(await sendTo("http://127.0.0.1:1/", true)).toEqual({ error: expect.stringContaining("ECONNREFUSED") });
});

test("messages are signed as Standard Webhooks' own example is", () => {
  const body = '{"test": 2432232314}';
  const headers = signedHeaders("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330_999, body);
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
  expect(makeSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
