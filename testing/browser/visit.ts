import type { Browser, BrowserContext, Page } from "playwright-core";
import { PASSWORD } from "../../demonstration/people.ts";

export type Language = "fr" | "en";

export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page complained of: errors of scripts, refused requests. */
  complaints: string[];
}

export interface Visiting {
  language?: Language;
  size?: keyof typeof sizes;
  dark?: boolean;
  javaScript?: boolean;
}

/** A browser window of somebody's own. */
export async function visit(
  browser: Browser,
  url: string,
  { language = "en", size = "desktop", dark = false, javaScript = true }: Visiting = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[size],
    locale: language === "fr" ? "fr-FR" : "en-GB",
    colorScheme: dark ? "dark" : "light",
    timezoneId: "Europe/Paris",
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // The browser itself writes a line for each refused request; who refuses in a test expects it.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, complaints };
}

/** Signs in as somebody of the demonstration, and waits until the first screen stands. */
export async function signIn({ page }: Visit, email: string): Promise<void> {
  await page.goto("/enter");
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !address.pathname.startsWith("/enter"));
  await page.locator("nav a").first().waitFor({ state: "attached" });
  await page.locator("main h1").first().waitFor();
}

/** What the API answers to whoever is signed in, as a member of their first tenant. */
export function asked<Answer>({ page }: Visit, path: string): Promise<Answer> {
  return page.evaluate(async (wanted) => {
    const { memberships } = (await (await fetch("/api/v1/me")).json()) as { memberships: { tenant: string }[] };
    const answer = await fetch(`/api/v1${wanted}`, { headers: { "X-Tenu-Tenant": memberships[0]!.tenant } });
    return answer.json();
  }, path) as Promise<Answer>;
}

/** The contract of a name, for whoever is signed in. */
export async function contractNamed(one: Visit, name: string): Promise<string> {
  const { items } = await asked<{ items: { contract: string; name: string }[] }>(one, "/contracts?limit=100");
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`No contract ${name} is in reach.`);
  return found.contract;
}
