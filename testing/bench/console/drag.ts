import type { Browser } from "playwright-core";
import { contractNamed, signIn, type sizes, visit } from "#testing/browser/visit.ts";
import { median, milliseconds, type Row } from "../measure.ts";

const RUNS = 5;
const TAKES = 3000;

interface Run {
  perSecond: number;
  /** Milliseconds of the longest frame. */
  longest: number;
}

const record = `(() => {
  const frames = (globalThis.benchFrames = []);
  requestAnimationFrame(function frame(at) {
    frames.push(at);
    if (globalThis.benchFrames === frames) requestAnimationFrame(frame);
  });
})()`;

const recorded = `(() => {
  const frames = globalThis.benchFrames;
  globalThis.benchFrames = undefined;
  return frames;
})()`;

/** The whole time line of a contract, dragged from end to end. */
export async function measureDrag(browser: Browser, url: string, email: string, name: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [size, slower] of [
    ["desktop", 1],
    ["phone", 1],
    ["phone", 4],
  ] as const) {
    const runs = await drags(browser, { url, email, name, size, slower });
    const middle = median(runs.map(({ perSecond }) => perSecond));
    const worst = Math.min(...runs.map(({ perSecond }) => perSecond));
    rows.push(
      {
        what: `time line of ${name} dragged, size of a ${size}${slower === 1 ? "" : `, CPU ${slower}× slower`}: frames a second`,
        measured: middle.toFixed(1),
        ...(slower === 1 && { aim: "≥ 50", reached: middle >= 50 }),
      },
      {
        what: `  worst of ${RUNS} runs; longest frame`,
        measured: `${worst.toFixed(1)}; ${milliseconds(Math.max(...runs.map((run) => run.longest)))}`,
      },
    );
  }
  return rows;
}

interface Dragging {
  url: string;
  email: string;
  name: string;
  size: keyof typeof sizes;
  slower: number;
}

async function drags(browser: Browser, { url, email, name, size, slower }: Dragging): Promise<Run[]> {
  const one = await visit(browser, url, { size });
  try {
    await signIn(one, email);
    const { page } = one;
    await page.goto(`/contracts/${await contractNamed(one, name)}`);
    const line = page.getByRole("slider");
    await line.waitFor();
    await page.locator("main .written button, main aside button").first().waitFor();
    const session = await one.context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.waitForTimeout(2000);
    const { x, y, width, height } = (await line.boundingBox())!;
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.mouse.move(x + 1, y + height / 2);
      await page.mouse.down();
      await page.evaluate(record);
      const begun = performance.now();
      for (let spent = 0; spent < TAKES; spent = performance.now() - begun)
        await page.mouse.move(x + 1 + ((width - 2) * spent) / TAKES, y + height / 2);
      const frames = await page.evaluate<number[]>(recorded);
      await page.mouse.up();
      const gaps = frames.slice(1).map((at, n) => at - frames[n]!);
      runs.push({ perSecond: (1000 * gaps.length) / (frames.at(-1)! - frames[0]!), longest: Math.max(...gaps) });
    }
    return runs;
  } finally {
    await one.context.close();
  }
}
