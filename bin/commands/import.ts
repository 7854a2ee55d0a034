import { minuteFacts } from "#commitments/availability/rules/minutes-counted.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { zoneNamed } from "#kernel/references.ts";
import { problem, Unusable } from "#kernel/terms/problem.ts";
import { loadReferences } from "#references/load.ts";
import { Misused } from "../arguments.ts";
import { type Command, FINDINGS, FINE, value } from "../call.ts";
import { importJson } from "../json/import.ts";
import { mergeLogs, readLog } from "../import/read-log.ts";
import { readInstant } from "../instants.ts";
import { writeJson } from "../json/write.ts";
import { showImport } from "../show/import.ts";
import { nowhere } from "../trouble.ts";
import { writeText } from "../write-text.ts";

export const importLog: Command = {
  name: "import",
  words: { fr: "tire des faits d'un journal d'accès", en: "makes facts of an access log" },
  usage: "access-log FILE…",
  more: [
    {
      fr: "Lit des journaux d'accès d'Apache ou de nginx (common ou combined, .gz aussi, « - » pour l'entrée standard) et en tire un fait minutes.counted par jour UTC. Un jour réparti sur plusieurs fichiers fait un seul fait : les donner ensemble. Une minute sans requête reste inconnue.",
      en: 'Reads access logs of Apache or nginx (common or combined, .gz too, "-" for the standard input) and makes one minutes.counted fact of each UTC day. A day spread over several files makes one fact: give them together. A minute without requests stays unknown.',
    },
    {
      fr: "Le nom d'un fait est SOURCE:JOUR. Relire un jour avec plus de lignes donne un autre contenu sous le même nom, ce que Tenu refuse : le dire par un fact.corrected.",
      en: "A fact is named SOURCE:DAY. Reading a day again with more lines gives other content under the same name, which Tenu refuses: tell it by a fact.corrected.",
    },
  ],
  options: {
    source: {
      value: "NAME",
      words: { fr: "qui tient ce journal ; access-log par défaut", en: "who keeps this log; access-log by default" },
    },
    subject: {
      value: "NAME",
      words: {
        fr: "de quel service il s'agit ; le contrat entier par défaut",
        en: "which service it is about; the whole contract by default",
      },
    },
    recorded: {
      value: "INSTANT",
      words: { fr: "quand le journal a été lu ; maintenant par défaut", en: "when the log was read; now by default" },
    },
    out: {
      value: "FILE",
      words: {
        fr: "écrire les faits dans ce fichier ; sinon sur la sortie standard",
        en: "write the facts to this file; else to the standard output",
      },
    },
    level: {
      value: "error|warning|note",
      words: {
        fr: "sortir avec 1 dès ce niveau ; une ligne illisible est une alerte (warning)",
        en: "exit with 1 from this level on; a line that cannot be read is a warning",
      },
    },
  },
  examples: [
    "tenu import access-log access.log > facts.ndjson",
    "tenu import access-log access.log.*.gz --source web-1 --out facts.ndjson",
  ],
  async run(call) {
    const [kind, ...paths] = call.names;
    if (kind !== "access-log" || paths.length === 0)
      throw new Misused({ fr: "Écrire : tenu import access-log FICHIER…", en: "Write: tenu import access-log FILE…" });
    const recorded = readInstant("--recorded", value(call, "recorded") ?? "now", zoneNamed(loadReferences(), "UTC"), call.now);
    const logs = [];
    for (const path of paths) logs.push(await readLog(path, call.terminal));
    const merged = mergeLogs(logs);
    const source = value(call, "source") ?? "access-log";
    const subject = value(call, "subject");
    const facts = minuteFacts(merged, { source, recorded: formatInstant(recorded), ...(subject !== undefined && { subject }) });
    const out = value(call, "out");
    const lines = facts.map((fact) => `${JSON.stringify(fact)}\n`).join("");
    if (out !== undefined) writeText(out, lines);
    if (call.json) writeJson(call.terminal, "import", importJson(logs, merged, facts, out === undefined));
    else {
      if (out === undefined) call.terminal.write(lines);
      call.terminal.tell(showImport(call.terminal, logs, merged, facts.length, call.language));
    }
    if (merged.lines > 0 && merged.minutes.size === 0)
      throw new Unusable([problem("log-unreadable", nowhere, { files: paths.join(", ") })]);
    return merged.bad > 0 && (value(call, "level") ?? "error") !== "error" ? FINDINGS : FINE;
  },
};
