import { Contradiction } from "#kernel/engine/effective.ts";
import { type Fact, factName } from "#kernel/engine/fact.ts";
import { type Place, type Problem, problem, Unusable } from "#kernel/terms/problem.ts";
import { BeyondCalendar } from "#kernel/time/beyond-calendar.ts";

/** A place for what stands in no file. */
export const nowhere: Place = { file: "", line: 0, column: 0 };

const places = new WeakMap<Fact, Place>();

/** Remembers where a fact was read, for what is found wrong with it later. */
export function readAt(fact: Fact, place: Place): void {
  places.set(fact, place);
}

/** Whatever stopped a command, as problems with words. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Unusable) return error.problems;
  if (error instanceof Contradiction) {
    const first = places.get(error.first);
    return [
      problem("contradiction", places.get(error.second) ?? nowhere, {
        fact: factName(error.second),
        ...(first && { first: `${first.file}:${first.line}` }),
      }),
    ];
  }
  if (error instanceof BeyondCalendar)
    return [problem(`calendar-${error.what}-${error.side}`, nowhere, { id: error.id, edge: error.edge })];
  if (process.env["TENU_TRACE"] === "1") throw error;
  return [problem("not-computable", nowhere, { message: error instanceof Error ? error.message : String(error) })];
}
