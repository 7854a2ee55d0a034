import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { contractNamed, signIn, visit } from "./visit.ts";

const url = inject("console");

describe.skipIf(url === "")("people and their contracts", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test("who is not signed in is shown the entrance, and comes back to what was asked", async () => {
    const one = await visit(browser, url);
    await one.page.goto("/customers");
    await one.page.waitForURL(/\/enter/);
    await one.page.locator("input[type=email]").fill("claire.vasseur@quai-logiciel.example");
    await one.page.locator("input[type=password]").fill("not her password at all");
    await one.page.keyboard.press("Enter");
    const refused = await one.page.getByRole("alert").innerText();
    await one.page.locator("input[type=email]").fill("nobody@nowhere.example");
    await one.page.locator("input[type=password]").fill("not her password at all");
    await one.page.keyboard.press("Enter");
    await one.page.waitForTimeout(1500);
    expect(await one.page.getByRole("alert").innerText()).toBe(refused); // nothing tells whether somebody is known
    await one.page.locator("input[type=email]").fill("claire.vasseur@quai-logiciel.example");
    await one.page.locator("input[type=password]").fill("keep every promise made");
    await one.page.keyboard.press("Enter");
    await one.page.waitForURL(/\/customers/);
    await one.context.close();
  });

  test("a contract's words are there before any script, for who may read them, and for nobody else", async () => {
    const anne = await visit(browser, url);
    await signIn(anne, "anne.kerlann@menuiserie-kerlann.example");
    const contract = await contractNamed(anne, "ULOA-0042");
    const still = await visit(browser, url, { javaScript: false });
    await still.context.addCookies(await anne.context.cookies());
    await still.page.goto(`/contracts/${contract}`);
    expect(await still.page.locator("#written").innerText()).toContain("Right of access");
    const hugo = await visit(browser, url);
    await signIn(hugo, "hugo.delorge@imprimerie-delorge.example");
    const nosy = await visit(browser, url, { javaScript: false });
    await nosy.context.addCookies(await hugo.context.cookies());
    await nosy.page.goto(`/contracts/${contract}`);
    expect(await nosy.page.locator("body").innerText()).not.toContain("Right of access");
    for (const { context } of [anne, still, hugo, nosy]) await context.close();
  });

  test("what a customer's administrator tells reaches the provider's screen within a second", async () => {
    const [anne, claire] = [await visit(browser, url), await visit(browser, url)];
    await signIn(anne, "anne.kerlann@menuiserie-kerlann.example");
    await signIn(claire, "claire.vasseur@quai-logiciel.example");
    const contract = await contractNamed(anne, "ULOA-0042");
    await claire.page.goto(`/contracts/${contract}?clause=support-answer`);
    await claire.page.locator("main h1").first().waitFor();
    await claire.page.waitForTimeout(2500);
    const heard = claire.page.waitForResponse((response) => response.url().includes(contract) && response.request().method() === "GET", {
      timeout: 10_000,
    });
    const begun = Date.now();
    const status = await anne.page.evaluate(async (id) => {
      const { memberships } = (await (await fetch("/api/v1/me")).json()) as { memberships: { tenant: string }[] };
      const answer = await fetch(`/api/v1/contracts/${id}/facts`, {
        method: "POST",
        headers: { "X-Tenu-Tenant": memberships[0]!.tenant, "Content-Type": "application/json" },
        body: JSON.stringify({ id: "browser-1", kind: "support.requested", subject: "R-browser", fields: { channel: "portal" } }),
      });
      return answer.status;
    }, contract);
    expect(status).toBe(201);
    await heard;
    expect(Date.now() - begun).toBeLessThan(3000); // an aim of one second, on a machine that may be busy
    for (const { context } of [anne, claire]) await context.close();
  });
});
