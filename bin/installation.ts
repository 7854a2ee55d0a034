import { type Installation, openInstallation } from "../main.ts";
import { readConfiguration } from "#platform/configuration.ts";
import { type Log, openLog } from "#platform/telemetry/log.ts";
import { type Call, value } from "./call.ts";
import type { Option } from "./call.ts";

export const installationOptions: Readonly<Record<string, Option>> = {
  data: {
    value: "DIRECTORY",
    words: {
      fr: "où l'installation garde tout (TENU_DATA, sinon data)",
      en: "where the installation keeps everything (TENU_DATA, else data)",
    },
  },
};

/** Opens the installation that a command is about, attaching to its database where a server runs. */
export async function openFor(call: Call, level: "info" | "warn" = "warn"): Promise<Installation & { log: Log }> {
  const log = openLog({ level, now: Date.now });
  const installation = await openInstallation(readConfiguration(process.env, value(call, "data")), Date.now, log);
  return { ...installation, log };
}
