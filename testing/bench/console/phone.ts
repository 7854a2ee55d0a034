import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { sizes } from "#testing/browser/visit.ts";
import { median, milliseconds, type Row } from "../measure.ts";

const RUNS = 5;
const SLOWER = 4;
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Milliseconds since the navigation, by the page's own clock. */
interface Marks {
  /** The contract's text is painted. */
  text: number;
  /** Menu and heading stand. */
  shell: number;
  /** The time line can be dragged, and the margin says something. */
  live: number;
  /** For how long, after it was painted, the text is not there. */
  gone: number;
}

interface Opened extends Marks {
  /** Of all that was asked for before the shell stood, by kind: bytes on the line, their headers included. */
  bytes: ReadonlyMap<string, number>;
}

/**
 * Runs in the page before its own scripts. The first thing painted is the contract's text if that stood in the page from before that
 * paint until after it; if not, the text counts from the frame in which it is found. Largest paints would not do: what React
 * replaces before they are told is never told.
 */
const watch = `(() => {
  const marks = (globalThis.benchMarks = { gone: 0 });
  let painted, from, until;
  let before = 0;
  new PerformanceObserver((list) => {
    painted ??= list.getEntriesByName("first-contentful-paint")[0]?.startTime;
  }).observe({ type: "paint", buffered: true });
  const there = (...selectors) => selectors.every((selector) => document.querySelector(selector) !== null);
  (function look() {
    const now = performance.now();
    if (there("#written p")) (from ??= now), (until = now);
    if (painted !== undefined && there(".written p")) marks.text ??= from <= painted && painted <= until ? painted : now;
    if (from !== undefined && !there(".written p")) marks.gone += now - before;
    before = now;
    if (there("nav a", "main h1")) marks.shell ??= now;
    if (there("[role=slider]", "main .written button, main aside button")) marks.live ??= now;
    if (marks.live === undefined) requestAnimationFrame(look);
  })();
})();`;

/** A contract's page on a slow telephone with nothing kept: when its words are there, when its margin lives, and what that costs. */
export async function measurePhone(browser: Browser, contract: string, cookies: Cookies): Promise<Row[]> {
  const runs: Opened[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await opened(browser, contract, cookies));
  const [text, gone, shell, live] = (["text", "gone", "shell", "live"] as const).map((mark) => median(runs.map((one) => one[mark]))) as [
    number,
    number,
    number,
    number,
  ];
  const bytes = (...kinds: string[]) => median(runs.map((one) => kinds.reduce((sum, kind) => sum + (one.bytes.get(kind) ?? 0), 0)));
  const [all, fonts] = [bytes("Document", "Stylesheet", "Script", "Font", "Image"), bytes("Font")];
  return [
    {
      what: `phone (CPU ${SLOWER}× slower, 1.6 Mbit/s, 150 ms), nothing kept: a contract's text painted`,
      measured: milliseconds(text),
      aim: "< 1 s",
      reached: text < 1000,
    },
    { what: "  after which it is gone again, for", measured: milliseconds(gone), aim: "0 ms", reached: gone === 0 },
    { what: "  its menu and heading stand", measured: milliseconds(shell) },
    { what: "  its margin lives, its time line can be dragged", measured: milliseconds(live), aim: "< 3 s", reached: live < 3000 },
    {
      what: "  first screen: page, styles, scripts, fonts, compressed",
      measured: kilobytes(all),
      aim: "≤ 300 KB",
      reached: all <= 300_000,
    },
    { what: "    page", measured: kilobytes(bytes("Document")) },
    { what: "    styles", measured: kilobytes(bytes("Stylesheet")) },
    { what: "    scripts", measured: kilobytes(bytes("Script")) },
    { what: "    fonts", measured: kilobytes(fonts) },
    { what: "    without fonts", measured: kilobytes(all - fonts) },
    { what: "  the API's answers meanwhile", measured: kilobytes(bytes("Fetch", "XHR")) },
    { what: "  after it, until the margin lives", measured: kilobytes(bytes("later")) },
  ];
}

export type Cookies = Parameters<BrowserContext["addCookies"]>[0];

async function opened(browser: Browser, contract: string, cookies: Cookies): Promise<Opened> {
  const context = await browser.newContext({ viewport: sizes.phone, locale: "fr-FR", timezoneId: "Europe/Paris" });
  try {
    await context.addCookies([...cookies]);
    const page = await context.newPage();
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await slowed(session);
    const heard = listen(session);
    await page.goto(contract, { waitUntil: "commit" });
    const marks = await marked(page);
    return { ...marks, bytes: heard(marks.shell) };
  } finally {
    await context.close();
  }
}

/** The page. Chromium slows no worker: what runs in one runs here at full speed. */
async function slowed(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

async function marked(page: Page): Promise<Marks> {
  const marks = await page.evaluate<Partial<Marks>>(`new Promise((done) => {
    (function look() {
      if (benchMarks.live === undefined) setTimeout(look, 50);
      else done(benchMarks);
    })();
  })`);
  if (marks.text === undefined) throw new Error("The contract's text was never painted.");
  return marks as Marks;
}

interface Sent {
  kind: string;
  at: number;
  bytes: number;
}

/** What goes over the line. Asked afterwards, by kind; "later" is what was asked for when the shell stood already. */
function listen(session: CDPSession): (shell: number) => ReadonlyMap<string, number> {
  const requests = new Map<string, Sent>();
  session.on("Network.requestWillBeSent", ({ requestId, timestamp, type }) =>
    requests.set(requestId, { kind: type ?? "Other", at: timestamp * 1000, bytes: 0 }),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return (shell) => {
    const all = [...requests.values()];
    const begun = Math.min(...all.map(({ at }) => at));
    const sums = new Map<string, number>();
    for (const { kind, at, bytes } of all) {
      const key = at - begun <= shell ? kind : "later";
      sums.set(key, (sums.get(key) ?? 0) + bytes);
    }
    return sums;
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
