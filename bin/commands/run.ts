import { run as runContract } from "#kernel/engine/run.ts";
import { type Command, flag } from "../call.ts";
import { momentOf } from "../instants.ts";
import { standingJson } from "#kernel/words/json/standing.ts";
import { writeJson } from "../json/write.ts";
import { openLife } from "../life.ts";
import { lifeOptions } from "../options.ts";
import { problemJson } from "../show/problems.ts";
import { showStanding } from "../show/standing.ts";

export const run: Command = {
  name: "run",
  words: { fr: "dit qui doit quoi à qui, pour quand, et pourquoi", en: "says who owes what to whom, by when, and why" },
  usage: "CONTRACT…",
  more: [
    {
      fr: "CONTRACT : des documents de Tenu par leur id (uloa, service-levels…), ou des fichiers. Les conditions particulières peuvent les nommer elles-mêmes.",
      en: "CONTRACT: documents that Tenu holds, by id (uloa, service-levels…), or files. The particulars may name them themselves.",
    },
    {
      fr: "Un instant s'écrit now, 2025-03-29 (le début du jour), « 2025-03-29 10:00 » dans le fuseau du contrat, ou 2025-03-29T10:00+01:00.",
      en: 'An instant is written now, 2025-03-29 (the start of the day), "2025-03-29 10:00" in the contract\'s zone, or 2025-03-29T10:00+01:00.',
    },
  ],
  options: { ...lifeOptions, all: { words: { fr: "tout montrer, même ce qui est clos", en: "show everything, what is closed too" } } },
  examples: [
    "tenu run --particulars contracts/example/particulars.yaml --facts contracts/example/facts.ndjson --at 2025-06-30",
    "tenu run boost-my-mail service-levels --facts facts.ndjson --json",
  ],
  async run(call) {
    const life = await openLife(call);
    const { contract, references, voice, facts, problems } = life;
    const standing = runContract(contract, facts, references, momentOf(call, voice.zone));
    if (call.json)
      writeJson(call.terminal, "standing", {
        ...standingJson(standing, contract, voice),
        facts: facts.length,
        problems: problems.map(problemJson),
      });
    else call.terminal.write(showStanding(call.terminal, standing, life, flag(call, "all")));
    return life.exit;
  },
};
