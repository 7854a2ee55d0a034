import { AlreadyServed, type Installation, serve } from "../main.ts";
import type { Log } from "#platform/telemetry/log.ts";
import { type Call, FINE, UNUSABLE } from "./call.ts";

/** Serves an installation until the process is told to stop, and closes it. `listening` says where, once it does, and where the first owner enters while there is none. */
export async function serveUntilStopped(
  { terminal, language }: Call,
  installation: Installation,
  log: Log,
  listening: (url: string, first: string | undefined) => void,
): Promise<number> {
  const french = language === "fr";
  try {
    const stopped = new Promise<void>((stop) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
    });
    const server = await serve(installation, log);
    listening(server.url, server.first);
    await stopped;
    terminal.tell(french ? "Arrêt : les demandes en cours se terminent.\n" : "Stopping: requests under way are ending.\n");
    await server.close();
    return FINE;
  } catch (error) {
    if (!(error instanceof AlreadyServed)) throw error;
    terminal.tell(
      french
        ? `Un autre serveur sert déjà ${error.message}. Arrêtez-le, ou donnez un autre dossier avec --data.\n`
        : `Another server already serves ${error.message}. Stop it, or give another directory with --data.\n`,
    );
    return UNUSABLE;
  } finally {
    await installation.close();
  }
}
