import type { Explanation } from "../../engine/explain.ts";
import { type Fact, factName } from "../../engine/fact.ts";
import { working } from "../../money/working.ts";
import type { Clause } from "../../terms/clause.ts";
import type { Contract } from "../../terms/contract.ts";
import { list } from "../../terms/grammar.ts";
import { languages } from "../language.ts";
import { openNames } from "../names.ts";
import { proseOf } from "../prose.ts";
import { openVoice, type Voice } from "../voice.ts";
import { iso, itemJson } from "./standing.ts";

type Json = Record<string, unknown>;

/** One item with everything it rests on. */
export function explanationJson({ item, contract, clause, chain, facts }: Explanation, voice: Voice) {
  return {
    item: itemJson(item, contract, voice),
    ...(clause && { clause: clauseJson(clause, contract, voice) }),
    chain: chain.map(({ id, document, article }) => ({ clause: id, document, article })),
    facts: facts.map(factJson),
    ...(item.figure && { working: working(item.figure, voice.number) }),
  };
}

function clauseJson(clause: Clause, contract: Contract, { zone }: Voice): Json {
  const { id, kind, document, article, source, place, deed, reading, because, chosenBy, raw } = clause;
  const prose = languages.map((language) => {
    const voice = openVoice(language, zone);
    return [language, proseOf(contract, clause, voice, openNames(contract, voice))];
  });
  return {
    id,
    kind,
    document,
    article,
    place,
    source: source ? list(source) : [],
    ...(deed && { deed }),
    ...(reading !== undefined && { reading }),
    ...(because && { because }),
    ...(chosenBy && { chosenBy }),
    prose: Object.fromEntries(prose),
    keys: raw,
  };
}

export function factJson(fact: Fact): Json {
  return { ...fact, name: factName(fact), occurred: iso(fact.occurred), recorded: iso(fact.recorded) };
}
