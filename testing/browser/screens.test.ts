import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { accessibilityFaults, brokenWords, overflows } from "./faults.ts";
import { contractNamed, type Language, signIn, type sizes, visit, type Visit } from "./visit.ts";

const url = inject("console");

const looks: { who: string; email: string; contract: string; language: Language; size: keyof typeof sizes; dark: boolean }[] = [
  { who: "the owner", email: "claire.vasseur@quai-logiciel.example", contract: "ULOA-0042", language: "en", size: "desktop", dark: false },
  { who: "the owner", email: "claire.vasseur@quai-logiciel.example", contract: "CRM-0058", language: "fr", size: "phone", dark: true },
  {
    who: "a distributor",
    email: "erwan.kermarrec@armor-informatique.example",
    contract: "ULOA-0042",
    language: "fr",
    size: "desktop",
    dark: true,
  },
  {
    who: "an administrator",
    email: "anne.kerlann@menuiserie-kerlann.example",
    contract: "ULOA-0042",
    language: "fr",
    size: "phone",
    dark: false,
  },
  { who: "a user", email: "maud.tanguy@menuiserie-kerlann.example", contract: "BMM-0171", language: "en", size: "phone", dark: false },
];

describe.skipIf(url === "").each(looks)("$who, in $language, on a $size (dark: $dark)", ({ email, contract, language, size, dark }) => {
  let browser: Browser;
  let one: Visit;
  let paths: string[];

  beforeAll(async () => {
    browser = await openBrowser();
    one = await visit(browser, url, { language, size, dark });
    await signIn(one, email);
    const links = await one.page.locator("nav a").all();
    const menu = await Promise.all(links.map(async (link) => (await link.getAttribute("href"))!));
    const id = await contractNamed(one, contract);
    paths = [...new Set([...menu, `/contracts/${id}`, "/account"])];
  });
  afterAll(() => browser?.close());

  test(
    "every screen stands: no complaint, no broken word, nothing wider than the window, and axe finds nothing",
    { timeout: 240_000 },
    async () => {
      expect(paths.length).toBeGreaterThan(2);
      const faults: string[] = [];
      for (const path of paths) {
        await one.page.goto(path);
        await one.page.locator("main h1").first().waitFor();
        await one.page.waitForTimeout(600); // the stream of changes stays open: the network is never idle
        const found = [
          ...(await accessibilityFaults(one.page)),
          ...(await brokenWords(one.page)).map((line) => `broken words: ${line}`),
          ...((await overflows(one.page)) ? ["wider than the window"] : []),
          ...one.complaints.splice(0).map((complaint) => `complaint: ${complaint}`),
        ];
        if ((await one.page.getAttribute("html", "lang")) !== language) found.push("another language");
        faults.push(...found.map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
  );
});
