import type { z } from "zod";
import { as, common, effects, figure, moment, time, word, words } from "../../terms/clause.ts";
import { text } from "../../terms/grammar.ts";
import { Misread } from "../../terms/problem.ts";
import type { Cadence } from "./period.ts";

/** What a duty says. */
export const dutyShape = common.extend({
  party: word,
  when: words.optional(),
  every: figure(cadence, ["day", "week", "month", "year"]).optional(),
  during: as((raw) =>
    text(raw)
      .split(" to ")
      .map((event) => event.trim()),
  ).optional(),
  brokenBy: words.optional(),
  after: moment.optional(),
  within: time.optional(),
  until: moment.optional(),
  target: time.optional(),
  keptBy: words.optional(),
  excusedBy: words.optional(),
  revisedBy: words.optional(),
  hours: word.optional(),
  rolls: word.optional(),
  then: effects.optional(),
  otherwise: effects.optional(),
});

export type Duty = z.infer<typeof dutyShape>;

function cadence(raw: unknown): Cadence {
  const words = text(raw);
  if (words !== "day" && words !== "week" && words !== "month" && words !== "year") throw new Misread("expected-cadence", { got: words });
  return words;
}
