import { AlreadyServed, serve as serveInstallation } from "../../main.ts";
import { type Command, FINE, UNUSABLE } from "../call.ts";
import { installationOptions, openFor } from "../installation.ts";

export const serve: Command = {
  name: "serve",
  words: { fr: "sert l'installation : l'API et l'horloge", en: "serves the installation: the API and the clock" },
  usage: "",
  options: installationOptions,
  more: [
    {
      fr: "Sans base de données à soi (DATABASE_URL), un PostgreSQL embarqué démarre dans le dossier de données. Les autres commandes s'y attachent.",
      en: "Without a database of one's own (DATABASE_URL), an embedded PostgreSQL starts in the data directory. Other commands attach to it.",
    },
  ],
  examples: ["tenu serve --data data"],
  async run(call) {
    const { terminal, language } = call;
    const french = language === "fr";
    const installation = await openFor(call, "info");
    try {
      const stopped = new Promise<void>((stop) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
      });
      const server = await serveInstallation(installation, installation.log);
      terminal.tell(french ? `Tenu écoute sur ${server.url}\n` : `Tenu listens on ${server.url}\n`);
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
  },
};
