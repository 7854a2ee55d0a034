import type { TestProject } from "vitest/node";
import { chromiumPath } from "./chromium.ts";
import { serveDemonstration } from "./serve-demonstration.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the demonstration is served; empty where there is no browser to look at it with. */
    console: string;
  }
}

/** One demonstration for all browser tests. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (chromiumPath() === undefined) {
    process.stderr.write("No Chromium here (Debian: apt install chromium): what is looked at in a browser is left out.\n");
    project.provide("console", "");
    return undefined;
  }
  const served = await serveDemonstration();
  project.provide("console", served.url);
  return () => served.stop();
}
