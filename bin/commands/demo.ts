import { resolve } from "node:path";
import type { Language } from "#kernel/words/language.ts";
import { readConfiguration } from "#platform/configuration.ts";
import { roleWords } from "#platform/identity/role-words.ts";
import { openLog } from "#platform/telemetry/log.ts";
import { Occupied } from "../../demonstration/directory.ts";
import { signIns } from "../../demonstration/make.ts";
import { openDemonstration } from "../../demonstration/open.ts";
import { PASSWORD } from "../../demonstration/people.ts";
import { type Command, flag, UNUSABLE, value } from "../call.ts";
import { openProgress } from "../progress.ts";
import { serveUntilStopped } from "../serve-until-stopped.ts";
import { table } from "../show/table.ts";
import type { Terminal } from "../terminal.ts";

const DIRECTORY = ".demonstration";

export const demo: Command = {
  name: "demo",
  words: {
    fr: "sert une démonstration : douze clients, deux ans de contrats",
    en: "serves a demonstration: twelve customers, two years of contracts",
  },
  usage: "",
  options: {
    data: {
      value: "DIRECTORY",
      words: { fr: `où elle se garde (sinon ${DIRECTORY})`, en: `where it is kept (else ${DIRECTORY})` },
    },
    reset: { words: { fr: "la refaire, et oublier ce qu'on y a fait", en: "make it anew, and forget what was done in it" } },
  },
  more: [
    {
      fr: "Tout y est inventé. Elle se fait la première fois, en quelques secondes, et jusqu'à l'instant présent ; ensuite les sauvegardes et les relevés continuent chaque nuit. Au bout de sept jours, elle est refaite.",
      en: "All of it is invented. It is made the first time, in some seconds, up to the present instant; from then on backups and counts go on every night. After seven days it is made anew.",
    },
  ],
  examples: ["tenu demo", "tenu demo --reset"],
  async run(call) {
    const { terminal, language } = call;
    const french = language === "fr";
    const log = openLog({ level: "warn", now: Date.now });
    const directory = resolve(value(call, "data") ?? DIRECTORY);
    const progress = openProgress(terminal);
    try {
      const demonstration = await openDemonstration({
        // Never a database of one's own: what is invented is kept apart.
        configuration: readConfiguration({ ...process.env, DATABASE_URL: "" }, directory),
        machine: Date.now,
        log,
        reset: flag(call, "reset"),
        making: () =>
          terminal.tell(
            french ? "La démonstration se fait : deux ans de contrats.\n" : "Making the demonstration: two years of contracts.\n",
          ),
        tell: ({ done, of, facts }) =>
          progress.show(french ? `${done} contrats sur ${of}, faits : ${facts}` : `${done} of ${of} contracts, facts: ${facts}`),
      });
      progress.done();
      return await serveUntilStopped(call, demonstration, log, (url) => terminal.write(welcome(terminal, url, language)));
    } catch (error) {
      if (!(error instanceof Occupied)) throw error;
      terminal.tell(
        french
          ? `${directory} contient autre chose qu'une démonstration : rien n'y a été touché. Donnez un autre dossier avec --data.\n`
          : `${directory} holds something other than a demonstration: nothing was touched. Give another directory with --data.\n`,
      );
      return UNUSABLE;
    } finally {
      progress.done();
    }
  },
};

/** Where it is, and as whom one comes in. */
function welcome(terminal: Terminal, url: string, language: Language): string {
  const { paint } = terminal;
  const french = language === "fr";
  const rows = signIns().map(({ email, role, of }) => [
    { text: email, ink: "accent" as const },
    { text: roleWords[role][language] },
    { text: of },
  ]);
  return [
    `\n${paint("strong", french ? "Tenu, la démonstration" : "Tenu, the demonstration")}  ${paint("accent", url)}\n\n`,
    table(terminal, [{}, {}, { least: 20 }], rows, 2),
    `\n  ${french ? "Mot de passe de tous :" : "Everybody's password:"} ${paint("strong", PASSWORD)}\n`,
    `  ${french ? "Ctrl-C arrête ; --reset refait tout." : "Ctrl-C stops it; --reset makes it anew."}\n\n`,
  ].join("");
}
