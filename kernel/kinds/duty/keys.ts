import type { z } from "zod";
import { as, common, effects, figure, moment, time, word, words } from "../../terms/clause.ts";
import { cadence, text } from "../../terms/grammar.ts";
import type { Cadence } from "./period.ts";

/** What a duty says. */
export const dutyShape = common.extend({
  party: word,
  when: words.optional(),
  every: figure((raw): Cadence => cadence(raw, ["day", "week", "month", "year"]), ["day", "week", "month", "year"]).optional(),
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
