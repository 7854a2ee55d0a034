import type { Language } from "#kernel/words/language.ts";
import { type Command } from "../call.ts";
import { installationOptions, openFor } from "../installation.ts";
import { serveUntilStopped } from "../serve-until-stopped.ts";

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
    const installation = await openFor(call, "info");
    return serveUntilStopped(call, installation, installation.log, (url, first) => {
      terminal.tell(language === "fr" ? `Tenu écoute sur ${url}\n` : `Tenu listens on ${url}\n`);
      if (first !== undefined) terminal.tell(nobodyYet(first, language));
    });
  },
};

function nobodyYet(link: string, language: Language): string {
  return language === "fr"
    ? `Personne n'est encore responsable ici. Le premier entre par ce lien, une fois, sous 24 heures :\n${link}\n`
    : `Nobody owns this installation yet. The first owner enters by this link, once, within 24 hours:\n${link}\n`;
}
