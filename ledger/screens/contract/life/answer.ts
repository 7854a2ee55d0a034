import { live } from "#kernel/engine/run.ts";
import { contractHtml } from "#kernel/words/html/contract-html.ts";
import { openNames } from "#kernel/words/names.ts";
import { phaseWords } from "#kernel/words/states.ts";
import { openVoice } from "#kernel/words/voice.ts";
import type { Language } from "#kernel/words/language.ts";
import { actsOf } from "./acts.ts";
import { agreement } from "./agreement.ts";
import { foresee } from "./foresee.ts";
import { marksAt } from "./marks.ts";
import { momentsOf } from "./moments.ts";
import { amendedFrom } from "./knowledge.ts";
import { knownAtOf, openLife, type OpenLife, standingAt } from "./open-life.ts";
import type { Answered, Asked, Looked, Opened, Question } from "./protocol.ts";
import { spanOf } from "./span.ts";
import { sayClause, sayWhy } from "./why.ts";

/** Answers questions about one contract's life, the first of which opens it. */
export function openAnswers(): (question: Question) => Answered[keyof Answered] {
  let opened: OpenLife | undefined;

  function life(): OpenLife {
    if (!opened) throw new Error("The life was not opened.");
    return opened;
  }

  return ({ ask, what }) => {
    switch (ask) {
      case "open":
        opened = openLife(what);
        return told(opened, what.now, what.language);
      case "add":
        life().add(what.entries);
        return told(life(), what.now, what.language);
      case "look":
        return look(life(), what);
      case "agree":
        return agreement(what.items, life().knowledge.asKnownNow(what.at));
      case "clause":
        return sayClause(life(), read(life(), what), what.clause, what.language);
      case "item":
        return sayWhy(life(), read(life(), what), knownAtOf(what.at, what.known, what.now), what.item, what.language);
      case "text":
        return textAt(life(), what);
      case "acts":
        return actsOf(life(), read(life(), what), what.clause, what.parties, what.language);
      case "foresee":
        return foresee(life(), what.fact, what.now, what.language);
    }
  };
}

function read(life: OpenLife, { at, known, now }: Looked) {
  return standingAt(life, at, known, now);
}

function look(life: OpenLife, asked: Asked["look"]): Answered["look"] {
  const { items, phase, ends } = read(life, asked);
  const { at, known, language } = asked;
  const marks = marksAt(items, at, { language, zone: life.zone });
  return { at, known, phase: phaseWords[phase][language], ...(ends !== undefined && { ends }), marks };
}

/** The words as they read under the amendments of that instant. */
function textAt({ contract, references, knowledge, zone }: OpenLife, { at, known, now, language }: Looked): string {
  const { versions, state } = live(contract, knowledge.facts(), references, { at, knownAt: knownAtOf(at, known, now) });
  return contractHtml(versions.of(state).contract, openVoice(language, zone));
}

function told({ contract, zone, knowledge }: OpenLife, now: number, language: Language): Opened {
  const standing = knowledge.asKnownNow(now);
  const facts = knowledge.facts();
  const names = openNames(contract, openVoice(language, zone));
  return {
    zone,
    ...spanOf(facts, standing, now, zone),
    amendments: facts.flatMap((fact) => (fact.kind === "contract.amended" ? [{ effective: amendedFrom(fact), known: fact.recorded }] : [])),
    moments: momentsOf(facts, standing, now, names, language),
    parties: Object.entries(contract.particulars.parties)
      .toSorted(([a], [b]) => sides.indexOf(b) - sides.indexOf(a))
      .map(([party, name]) => ({ party: names.party(party), name })),
  };
}

/** Who promises, who sells, who buys; then whoever else there is. */
const sides = ["provider", "distributor", "customer"].toReversed();
