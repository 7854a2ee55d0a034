import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./chromium.ts";
import { serveDemonstration } from "./serve-demonstration.ts";
import { contractNamed, signIn, visit, type Visiting } from "./visit.ts";

// npm run pictures: what README shows, taken from a demonstration of today. docs/pictures keeps these and no others.

const folder = join(import.meta.dirname, "..", "..", "docs", "pictures");

interface Picture {
  file: string;
  email: string;
  path: (contract: string) => string;
  of: string;
  look: Visiting;
}

const owner = "claire.vasseur@quai-logiciel.example";
const pictures: readonly Picture[] = [
  { file: "contract.png", email: owner, of: "ULOA-0042", path: (id) => `/contracts/${id}?clause=support-answer`, look: {} },
  { file: "today.png", email: owner, of: "ULOA-0042", path: () => "/today", look: {} },
  {
    file: "contract-phone.png",
    email: "anne.kerlann@menuiserie-kerlann.example",
    of: "ULOA-0042",
    path: (id) => `/contracts/${id}?clause=credit-claim`,
    look: { language: "fr", size: "phone", dark: true },
  },
];

const { url, stop } = await serveDemonstration();
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  for (const { file, email, of, path, look } of pictures) {
    const one = await visit(browser, url, look);
    await signIn(one, email);
    await one.page.goto(path(await contractNamed(one, of)));
    await one.page.waitForTimeout(4000);
    await one.page.screenshot({ path: join(folder, file) });
    process.stdout.write(`docs/pictures/${file}\n`);
    await one.context.close();
  }
} finally {
  await browser.close();
  await stop();
}
