import { readConfiguration } from "#platform/configuration.ts";
import { tables } from "../../main.ts";
import { type Command, FINDINGS, FINE, UNUSABLE, value } from "../call.ts";
import { examine, needsAttention } from "../doctor/examine.ts";
import { installationOptions } from "../installation.ts";
import { writeJson } from "../json/write.ts";
import { showFindings } from "../show/doctor.ts";

export const doctor: Command = {
  name: "doctor",
  words: {
    fr: "dit ce qui tient dans cette installation, et ce qui n'est pas promis",
    en: "says what holds in this installation, and what is not promised",
  },
  usage: "",
  options: installationOptions,
  more: [
    {
      fr: "Regarde sans rien changer, même si tenu serve refuse de démarrer : versions, migrations, séparation des clients, durabilité, clés, horloge, contrats, tâches, courrier, région, disque. « Attention » : cela devrait tenir et ne tient pas. « Non promis » : cette installation ne le donne pas.",
      en: 'Looks and changes nothing, also where tenu serve refuses to start: versions, migrations, tenants kept apart, durability, keys, clock, contracts, tasks, mail, region, disk. "Attention": it should hold and does not. "Not promised": this set-up does not give it.',
    },
    {
      fr: "Sorties : 0 tout ce qui doit tenir tient, 1 quelque chose demande attention, 2 il n'y a pas d'installation.",
      en: "Exit codes: 0 all that should hold holds, 1 something needs attention, 2 there is no installation.",
    },
  ],
  examples: ["tenu doctor --data data", "tenu doctor --json"],
  async run(call) {
    const { terminal, language, json, now } = call;
    const configuration = readConfiguration(process.env, value(call, "data"));
    const findings = await examine(configuration, tables, now);
    if (!findings) {
      terminal.tell(
        language === "fr"
          ? `Il n'y a pas d'installation dans ${configuration.directory}. tenu serve en crée une ; --data en désigne une autre.\n`
          : `There is no installation in ${configuration.directory}. tenu serve makes one; --data names another.\n`,
      );
      return UNUSABLE;
    }
    if (json) writeJson(terminal, "doctor", { sound: !needsAttention(findings), findings });
    else terminal.write(showFindings(terminal, findings, language));
    return needsAttention(findings) ? FINDINGS : FINE;
  },
};
