import { run } from "#kernel/engine/run.ts";
import { simulate as simulateLife } from "#kernel/engine/simulate.ts";
import { problem, Unusable } from "#kernel/terms/problem.ts";
import { Misused } from "../arguments.ts";
import { type Command, flag, UNUSABLE, values } from "../call.ts";
import { instantOption, momentOf } from "../instants.ts";
import { comparisonJson } from "#kernel/words/json/comparison.ts";
import { standingJson } from "#kernel/words/json/standing.ts";
import { writeJson } from "../json/write.ts";
import { factsOf, openLife } from "../life.ts";
import { lifeOptions } from "../options.ts";
import { showComparison } from "../show/comparison.ts";
import { header } from "../show/header.ts";
import { nowhere } from "../trouble.ts";

export const simulate: Command = {
  name: "simulate",
  words: { fr: "montre ce qu'une suite de faits changerait", en: "shows what a series of facts would change" },
  usage: "CONTRACT…",
  more: [
    {
      fr: "Le scénario est un fichier de faits qui ne sont pas arrivés. Rien n'est retenu : la réponse compare l'instant --until avec et sans eux.",
      en: "The scenario is a file of facts that have not happened. Nothing is recorded: the answer compares the instant --until with and without them.",
    },
  ],
  options: {
    ...lifeOptions,
    scenario: {
      value: "FILE",
      many: true,
      words: { fr: "faits hypothétiques, un objet JSON par ligne", en: "hypothetical facts, one JSON object a line" },
    },
    until: {
      value: "INSTANT",
      words: { fr: "l'instant auquel on regarde ce qui aura changé", en: "the instant at which one looks at what has changed" },
    },
    all: { words: { fr: "montrer toutes les différences", en: "show all differences" } },
  },
  examples: [
    "tenu simulate --particulars contracts/example/particulars.yaml --facts contracts/example/facts.ndjson --at 2025-06-30 --scenario scenario.ndjson --until 2026-01-31",
  ],
  async run(call) {
    const life = await openLife(call);
    const { contract, references, voice, facts } = life;
    const { at: from, knownAt } = momentOf(call, voice.zone);
    const until = instantOption(call, "until", voice.zone);
    const paths = values(call, "scenario");
    if (until === undefined || paths.length === 0)
      throw new Misused({ fr: "Il faut --scenario et --until.", en: "--scenario and --until are needed." });
    if (until < from) throw new Unusable([problem("times-backwards", nowhere, { until: voice.instant(until), from: voice.instant(from) })]);
    const scenario = await factsOf(call, life, paths);
    const { standing, comparison } = simulateLife(contract, facts, references, { scenario: scenario.facts, from, until, knownAt });
    if (call.json)
      writeJson(call.terminal, "simulation", {
        standing: standingJson(standing, contract, voice),
        comparison: comparisonJson(comparison, contract, voice),
      });
    else {
      const without = run(
        contract,
        facts.filter(({ recorded }) => recorded <= knownAt),
        references,
        { at: until },
      );
      call.terminal.write(header(call.terminal, standing, life));
      call.terminal.write(showComparison(call.terminal, comparison, without, standing, life, flag(call, "all")));
    }
    return scenario.problems.length > 0 && !flag(call, "keep-going") ? UNUSABLE : life.exit;
  },
};
