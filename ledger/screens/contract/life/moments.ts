import type { Fact } from "#kernel/engine/fact.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import type { Names } from "#kernel/words/names.ts";
import { stateWords } from "#kernel/words/states.ts";
import type { Language } from "#kernel/words/language.ts";

/** Something worth a mark on the time line. */
export interface Moment {
  at: number;
  sort: "fact" | "contract" | "restated" | "missed" | "refused" | "to-come";
  words: string;
}

/** What happened to the contract itself, what was missed or refused, what was said otherwise later, what comes next. */
export function momentsOf(facts: readonly Fact[], { items, ends }: Standing, now: number, names: Names, language: Language): Moment[] {
  const moments: Moment[] = [];
  for (const { kind, occurred, recorded, subject } of facts) {
    const about = subject === "contract" ? "" : ` ${subject}`;
    if (kind === "fact.corrected" || kind === "fact.withdrawn") moments.push({ at: recorded, sort: "restated", words: names.event(kind) });
    else if (/^(contract|service|termination|account|switching)\./.test(kind))
      moments.push({ at: occurred, sort: "contract", words: `${names.event(kind)}${about}` });
    else moments.push({ at: occurred, sort: "fact", words: `${names.event(kind)}${about}` });
  }
  for (const { type, state, clause, due, opened, until, done, closed } of items) {
    if (type === "refusal")
      moments.push({ at: opened, sort: "refused", words: `${names.clause(clause)} · ${stateWords(type, state)[language]}` });
    else if (state === "missed" && due !== undefined)
      moments.push({ at: due, sort: "missed", words: `${names.clause(clause)} · ${stateWords(type, state)[language]}` });
    const next = due ?? until;
    if (done === undefined && closed === undefined && next !== undefined && next > now)
      moments.push({ at: next, sort: "to-come", words: names.clause(clause) });
  }
  if (ends !== undefined) moments.push({ at: ends, sort: "contract", words: language === "fr" ? "fin du contrat" : "end of the contract" });
  return moments.toSorted((a, b) => a.at - b.at);
}
