import type { Browser } from "playwright-core";
import { contractNamed, signIn, visit } from "#testing/browser/visit.ts";
import { median, milliseconds, type Row } from "../measure.ts";

const RUNS = 10;
const CLAUSE = "support-answer";

/** What a customer's administrator tells, until the provider's open page shows it. */
export async function measureLive(browser: Browser, url: string, teller: string, looker: string, name: string): Promise<Row[]> {
  const [telling, looking] = [await visit(browser, url), await visit(browser, url)];
  try {
    await signIn(telling, teller);
    await signIn(looking, looker);
    const contract = await contractNamed(telling, name);
    await looking.page.goto(`/contracts/${contract}?clause=${CLAUSE}`);
    await looking.page.locator("[role=dialog] summary").first().waitFor();
    await looking.page.waitForTimeout(2000);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const subject = `R-bench-${Date.now()}`;
      const seen = looking.page.evaluate<number>(`new Promise((seen) => {
        (function look() {
          if (document.querySelector("[role=dialog]")?.textContent.includes("${subject}")) seen(Date.now());
          else requestAnimationFrame(look);
        })();
      })`);
      const told = await telling.page.evaluate(
        async ([id, about]) => {
          const { memberships } = (await (await fetch("/api/v1/me")).json()) as { memberships: { tenant: string }[] };
          const begun = Date.now();
          const answer = await fetch(`/api/v1/contracts/${id}/facts`, {
            method: "POST",
            headers: { "X-Tenu-Tenant": memberships[0]!.tenant, "Content-Type": "application/json" },
            body: JSON.stringify({ id: about, kind: "support.requested", subject: about, fields: { channel: "portal" } }),
          });
          return { begun, status: answer.status };
        },
        [contract, subject] as const,
      );
      if (told.status !== 201) throw new Error(`The fact was answered with ${told.status}.`);
      times.push((await seen) - told.begun);
      await looking.page.waitForTimeout(1000);
    }
    const middle = median(times);
    return [
      {
        what: "a customer's fact, from its sending until the provider's open page shows it",
        measured: milliseconds(middle),
        aim: "< 1 s",
        reached: middle < 1000,
      },
      { what: `  slowest of ${RUNS}`, measured: milliseconds(Math.max(...times)) },
    ];
  } finally {
    await telling.context.close();
    await looking.context.close();
  }
}
