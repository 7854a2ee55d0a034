import { admit } from "#kernel/engine/admit.ts";
import type { Change } from "#kernel/engine/compare.ts";
import { simulate } from "#kernel/engine/simulate.ts";
import type { Language } from "#kernel/words/language.ts";
import { openNames } from "#kernel/words/names.ts";
import { problemWords } from "#kernel/words/problems.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import { openVoice } from "#kernel/words/voice.ts";
import { type Mark, markOfItem } from "./marks.ts";
import type { OpenLife } from "./open-life.ts";

/** What a fact would change if it were told now, or why it cannot be told. */
export type Foreseen = { problems: readonly { words: string; mend: string }[] } | { refused: boolean; changes: readonly ChangeSaid[] };

export interface ChangeSaid {
  id: string;
  clause: string;
  name: string;
  subject: string;
  before?: Mark;
  after?: Mark;
  reason?: string;
}

/** Plays the fact after everything known, and compares. Nothing is recorded. */
export function foresee(life: OpenLife, raw: Record<string, unknown>, now: number, language: Language): Foreseen {
  const { contract, references, knowledge, zone } = life;
  const admitted = admit(raw, contract.factKinds, { file: "", line: 1, column: 1 });
  if ("problems" in admitted)
    return {
      problems: admitted.problems.map((problem) => {
        const words = problemWords(problem);
        return { words: words[language], mend: words.mend[language] };
      }),
    };
  const { comparison } = simulate(contract, knowledge.facts(), references, { scenario: [admitted.fact], from: now, until: now });
  const voice = openVoice(language, zone);
  const names = openNames(contract, voice);
  const say = ({ id, before, after }: Change): ChangeSaid => {
    const item = after ?? before!;
    return {
      id,
      clause: item.clause,
      name: names.clause(item.clause),
      subject: item.subject === "contract" ? "" : item.subject,
      ...(before && { before: markOfItem(before, now, voice) }),
      ...(after && { after: markOfItem(after, now, voice) }),
      ...(after?.reason && { reason: reasonWords(after.reason, voice, names) }),
    };
  };
  return { refused: comparison.changes.some(({ after }) => after?.type === "refusal"), changes: comparison.changes.map(say) };
}
