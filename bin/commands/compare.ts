import { compare as compareStandings } from "#kernel/engine/compare.ts";
import { run } from "#kernel/engine/run.ts";
import type { Voice } from "#kernel/words/voice.ts";
import { Misused } from "../arguments.ts";
import { type Command, flag } from "../call.ts";
import { instantOption, momentOf } from "../instants.ts";
import { comparisonJson } from "#kernel/words/json/comparison.ts";
import { iso } from "#kernel/words/json/standing.ts";
import { writeJson } from "../json/write.ts";
import { openLife } from "../life.ts";
import { lifeOptions } from "../options.ts";
import { showComparison } from "../show/comparison.ts";
import { indent } from "../show/text.ts";

export const compare: Command = {
  name: "compare",
  words: { fr: "compare deux instants, ou deux états des connaissances", en: "compares two instants, or two states of knowledge" },
  usage: "CONTRACT…",
  more: [
    {
      fr: "Avec --then, deux instants. Avec --known-at et --then-known-at seulement, le même instant tel que connu à deux moments : un retraitement.",
      en: "With --then, two instants. With --known-at and --then-known-at alone, one instant as known at two times: a restatement.",
    },
  ],
  options: {
    ...lifeOptions,
    then: { value: "INSTANT", words: { fr: "le second instant ; par défaut le premier", en: "the second instant; by default the first" } },
    "then-known-at": {
      value: "INSTANT",
      words: { fr: "tel que connu alors ; par défaut le second instant", en: "as known then; by default the second instant" },
    },
    all: { words: { fr: "montrer toutes les différences", en: "show all differences" } },
  },
  examples: [
    "tenu compare --particulars contracts/example/particulars.yaml --facts contracts/example/facts.ndjson --at 2025-03-01 --then 2025-04-01",
    "tenu compare --particulars contracts/example/particulars.yaml --facts contracts/example/facts.ndjson --at 2025-04-01 --then-known-at 2025-12-31",
  ],
  async run(call) {
    const life = await openLife(call);
    const { contract, references, voice, facts } = life;
    const first = momentOf(call, voice.zone);
    const then = instantOption(call, "then", voice.zone);
    const thenKnown = instantOption(call, "then-known-at", voice.zone);
    if (then === undefined && thenKnown === undefined)
      throw new Misused({
        fr: "Il manque --then ou --then-known-at : à quoi comparer.",
        en: "--then or --then-known-at is missing: what to compare with.",
      });
    const second = { at: then ?? first.at, knownAt: thenKnown ?? then ?? first.at };
    const [before, after] = [run(contract, facts, references, first), run(contract, facts, references, second)];
    const comparison = compareStandings(before, after);
    if (call.json) {
      const moment = ({ at, knownAt }: Moment) => ({ at: iso(at), knownAt: iso(knownAt) });
      writeJson(call.terminal, "comparison", {
        name: contract.name,
        before: moment(first),
        after: moment(second),
        ...comparisonJson(comparison, contract, voice),
      });
      return life.exit;
    }
    const { paint, write, width } = call.terminal;
    write(`${paint("strong", contract.name)}\n${paint("faint", "─".repeat(width))}\n${indent(sides(first, second, voice), 0, width)}\n`);
    write(showComparison(call.terminal, comparison, before, after, life, flag(call, "all")));
    return life.exit;
  },
};

interface Moment {
  at: number;
  knownAt: number;
}

/** Two instants, or one instant as known at two times. */
function sides(first: Moment, second: Moment, voice: Voice): string {
  const known = voice.language === "fr" ? "tel que connu" : "as known";
  if (first.at === second.at)
    return `${voice.instant(first.at)} · ${known} ${voice.instant(first.knownAt)} → ${known} ${voice.instant(second.knownAt)}`;
  const say = ({ at, knownAt }: Moment) => `${voice.instant(at)}${knownAt === at ? "" : ` (${known} ${voice.instant(knownAt)})`}`;
  return `${say(first)} → ${say(second)}`;
}
