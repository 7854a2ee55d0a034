import { join, relative } from "node:path";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { type Call, type Command, FINE } from "../call.ts";
import { compare } from "./compare.ts";
import { explain } from "./explain.ts";
import { run } from "./run.ts";
import { indent } from "../show/text.ts";

interface Scene {
  words: Bilingual;
  command: Command;
  given: Readonly<Record<string, string>>;
}

/** Four looks at one contract's year: what stands, why, what a late fact changed, and what nobody can know. */
const scenes: readonly Scene[] = [
  {
    words: {
      fr: "Une menuiserie loue une application pour dix utilisateurs, par un distributeur. Nous sommes au milieu de l'année : qui doit quoi à qui ?",
      en: "A joinery rents an application for ten users, through a distributor. It is the middle of the year: who owes what to whom?",
    },
    command: run,
    given: { at: "2025-06-30" },
  },
  {
    words: {
      fr: "La facture de mai n'est pas payée, et le contrat ne dit rien du retard. D'où vient cet intérêt ?",
      en: "May's invoice is unpaid, and the contract says nothing of lateness. Where does that interest come from?",
    },
    command: explain,
    given: { at: "2025-06-30", what: "legal-late-payment/INV-2025-05" },
  },
  {
    words: {
      fr: "Le 11 juin, on retrouve le journal d'un second serveur : mai n'était pas si bon. Qu'est-ce que cela change ?",
      en: "On 11 June a second server's log turns up: May was not as good as it seemed. What does that change?",
    },
    command: compare,
    given: { at: "2025-06-11", "then-known-at": "2025-06-12" },
  },
  {
    words: {
      fr: "Un an plus tard. Ce que personne ne peut savoir est dit inconnu, et pourquoi.",
      en: "A year on. What nobody can know is said to be unknown, and why.",
    },
    command: run,
    given: { at: "2026-01-31" },
  },
];

export const tour: Command = {
  name: "tour",
  words: { fr: "montre une année d'un contrat, sur l'exemple", en: "shows a year of a contract's life, on the example" },
  usage: "",
  more: [
    {
      fr: "Fait parcourir contracts/example, avec la commande qui donne chaque vue. --json ne donne que la dernière.",
      en: "Walks through contracts/example, with the command that gives each view. --json gives the last one only.",
    },
  ],
  options: {},
  async run(call) {
    const { terminal, language, json } = call;
    for (const scene of json ? scenes.slice(-1) : scenes) {
      if (!json) terminal.write(announce(call, scene));
      await scene.command.run({
        ...call,
        names: [],
        given: new Map(Object.entries({ ...example(), ...scene.given }).map(([name, value]) => [name, [value]])),
      });
    }
    if (!json)
      terminal.write(
        `\n${terminal.paint("faint", indent(language === "fr" ? "« tenu --help » montre le reste ; contracts/example/README.md raconte l'année." : '"tenu --help" shows the rest; contracts/example/README.md tells the year.', 0, Math.min(terminal.width, 100)))}\n`,
      );
    return FINE;
  },
};

function example(): { particulars: string; facts: string } {
  const folder = relative(process.cwd(), join(import.meta.dirname, "..", "..", "contracts", "example")) || ".";
  return { particulars: join(folder, "particulars.yaml"), facts: join(folder, "facts.ndjson") };
}

function announce({ terminal: { paint, width }, language }: Call, { words, command, given }: Scene): string {
  const options = Object.entries({ ...example(), ...given }).map(([name, value]) => `--${name} ${value}`);
  const line = `$ tenu ${command.name} ${options.join(" ")}`;
  return `\n${indent(words[language], 0, Math.min(width, 100))}\n\n${indent(line, 0, width)
    .split("\n")
    .map((one) => paint("accent", one))
    .join("\n")}\n\n`;
}
