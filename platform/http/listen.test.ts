import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { listen } from "./listen.ts";

const slow = (ms: number) => ({
  fetch: async () => {
    await sleep(ms);
    return new Response("done");
  },
});

test("listens on the machine itself", async () => {
  const listening = await listen(slow(0));
  expect(listening.url).toBe(`http://127.0.0.1:${listening.port}`);
  expect(await (await fetch(listening.url)).text()).toBe("done");
  await listening.close();
});

test("an address in use is named, with the mend", async () => {
  const listening = await listen(slow(0));
  await expect(listen(slow(0), { port: listening.port })).rejects.toThrow(/in use by another program. Stop it, or choose another port/);
  await listening.close();
});

test("closing lets requests end and takes no new ones", async () => {
  const listening = await listen(slow(300));
  const begun = fetch(listening.url);
  await sleep(100);
  const closed = listening.close();
  await expect(fetch(listening.url)).rejects.toThrow();
  const response = await begun;
  expect([await response.text(), response.headers.get("connection")]).toEqual(["done", "close"]);
  await closed;
});

test("closing does not wait for ever", async () => {
  const listening = await listen(slow(20_000), { drain: 50 });
  const begun = fetch(listening.url).catch((error: Error) => error);
  await sleep(100);
  await listening.close();
  expect(await begun).toBeInstanceOf(Error);
});
