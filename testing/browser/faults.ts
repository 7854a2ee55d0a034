import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  id: string;
  help: string;
  nodes: { html: string }[];
}

/** What WCAG 2.2 AA objects to on a page, as far as a machine can tell. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const tags = JSON.stringify(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const violations = await page.evaluate<Found[]>(
    `axe.run(document, { runOnly: { type: "tag", values: ${tags} } }).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, help, nodes }) => `${id}, ${nodes.length} times: ${help}: ${nodes[0]!.html.slice(0, 200)}`);
}

/** Words on the page that are no words: holes of a sentence, values that are none. */
export async function brokenWords(page: Page): Promise<string[]> {
  const text = await page.locator("body").innerText();
  return text.split("\n").filter((line) => /\{\w+\}|\{\{|\bundefined\b|\bNaN\b|\[object |Invalid Date|\d\/\d+ EUR/.test(line));
}

/** Whether the page is wider than its window: on a phone one would have to push it about. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
