import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromiumPath, openBrowser } from "#testing/browser/chromium.ts";
import { demonstrationDirectory, serveDemonstration } from "#testing/browser/serve-demonstration.ts";
import { contractNamed, signIn, visit } from "#testing/browser/visit.ts";
import { measureDrag } from "./console/drag.ts";
import { measureLive } from "./console/live.ts";
import { measurePhone } from "./console/phone.ts";
import { measureToday } from "./console/today.ts";
import { median, milliseconds, type Row } from "./measure.ts";

const STARTS = 3;
const provider = "claire.vasseur@quai-logiciel.example";
const customer = "anne.kerlann@menuiserie-kerlann.example";
const name = "ULOA-0042";

/** The console on a served demonstration: how soon it is there, how it moves, and how soon it hears. */
export async function measureConsole(): Promise<Row[]> {
  const directory = demonstrationDirectory();
  try {
    const { stop } = await serveDemonstration(directory);
    await stop();
    await stopped(directory);
    return [...(await starts(directory)), ...(await measureToday()), ...(await inBrowser(directory))];
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
  }
}

async function starts(directory: string): Promise<Row[]> {
  const times: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const begun = performance.now();
    const { stop } = await serveDemonstration(directory);
    times.push(performance.now() - begun);
    await stop();
    await stopped(directory);
  }
  const middle = median(times);
  return [
    {
      what: "npm start, made before: the screens looked over, PostgreSQL started, to listening",
      measured: milliseconds(middle),
      aim: "< 3 s",
      reached: middle < 3000,
    },
  ];
}

/** The embedded PostgreSQL ends a little after its last user. */
async function stopped(directory: string): Promise<void> {
  while (existsSync(join(directory, "data", "database", "postgres", "postmaster.pid"))) await sleep(20);
}

async function inBrowser(directory: string): Promise<Row[]> {
  if (chromiumPath() === undefined) return [{ what: "the console in a browser", measured: "no Chromium here" }];
  const { url, stop } = await serveDemonstration(directory);
  const browser = await openBrowser();
  try {
    const one = await visit(browser, url);
    await signIn(one, provider);
    const contract = `${url}/contracts/${await contractNamed(one, name)}`;
    const cookies = await one.context.cookies();
    await one.context.close();
    return [
      ...(await measurePhone(browser, contract, cookies)),
      ...(await measureDrag(browser, url, provider, name)),
      ...(await measureLive(browser, url, customer, provider, name)),
    ];
  } finally {
    await browser.close();
    await stop();
    await stopped(directory);
  }
}
