import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The system's Chromium: TENU_CHROMIUM, else where Debian puts it. */
export function chromiumPath(): string | undefined {
  return [process.env["TENU_CHROMIUM"], ...places].find((path) => path !== undefined && existsSync(path));
}

/** A browser that asks nobody but us. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath()!,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
