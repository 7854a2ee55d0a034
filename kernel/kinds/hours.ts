import type { z } from "zod";
import { type Clause, common, figure, word } from "../terms/clause.ts";
import { openingTimes, weekdays } from "../terms/grammar.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({
  days: figure(weekdays, ["Monday to Friday"]),
  open: figure(openingTimes, ["09:00-12:00, 14:00-18:00"]),
  holidays: word.optional(),
});

export type HoursKeys = z.infer<typeof shape>;

/** A calendar of working hours that other clauses name. */
export const hours: Kind<Clause<HoursKeys>> = { name: "hours", shape, figures: ["days", "open"], hears: () => [], tells: () => [] };
