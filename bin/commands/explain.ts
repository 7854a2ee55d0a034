import { explain as explainItem } from "#kernel/engine/explain.ts";
import { run } from "#kernel/engine/run.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { nearest, problem, Unusable } from "#kernel/terms/problem.ts";
import { Misused } from "../arguments.ts";
import { type Command, value } from "../call.ts";
import { momentOf } from "../instants.ts";
import { explanationJson } from "#kernel/words/json/explanation.ts";
import { writeJson } from "../json/write.ts";
import { openLife } from "../life.ts";
import { lifeOptions } from "../options.ts";
import { showExplanation } from "../show/explanation.ts";
import { nowhere } from "../trouble.ts";

export const explain: Command = {
  name: "explain",
  words: { fr: "explique une ligne : texte, faits, calcul", en: "explains one line: text, facts, arithmetic" },
  usage: "CONTRACT…",
  options: {
    ...lifeOptions,
    what: {
      value: "NAME",
      words: {
        fr: "la ligne, par son nom : clause, clause/sujet, ou clause/sujet/rang",
        en: "the line, by name: clause, clause/subject, or clause/subject/number",
      },
    },
  },
  examples: [
    "tenu explain --particulars contracts/example/particulars.yaml --facts contracts/example/facts.ndjson --at 2025-06-30 --what legal-late-payment/INV-2025-05",
  ],
  async run(call) {
    const what = value(call, "what");
    if (what === undefined)
      throw new Misused({
        fr: "Il manque --what : le nom de ce qu'il faut expliquer.",
        en: "--what is missing: the name of what to explain.",
      });
    const life = await openLife(call);
    const { contract, references, voice, facts } = life;
    const standing = run(contract, facts, references, momentOf(call, voice.zone));
    const explanation = explainItem(contract, facts, references, standing, fullName(what, standing));
    if (!explanation) throw new Unusable([unknown(what, standing)]);
    if (call.json) writeJson(call.terminal, "explanation", explanationJson(explanation, voice));
    else call.terminal.write(showExplanation(call.terminal, explanation, standing, life));
    return life.exit;
  },
};

/** A name as `run` prints it leaves out the number of the first opening; any shorter one means the last. */
function fullName(what: string, { items }: Standing): string {
  return items.some(({ id }) => id === `${what}/1`) ? `${what}/1` : what;
}

function unknown(what: string, { items }: Standing) {
  const names = new Set(items.flatMap(({ id, clause, subject }) => [id, `${clause}/${subject}`, clause]));
  const near = nearest(what, names);
  return problem("item-unknown", nowhere, { what, ...(near !== undefined && { near }) });
}
