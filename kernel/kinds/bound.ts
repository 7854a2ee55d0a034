import type { z } from "zod";
import { as, type Clause, common, word } from "../terms/clause.ts";
import { text } from "../terms/grammar.ts";
import { Misread } from "../terms/problem.ts";
import { bilingual } from "../terms/source.ts";
import { type Day, parseDay } from "../time/day.ts";
import type { Kind } from "./kind.ts";

const words = as(bilingual, { type: ["string", "object"] });

const shape = common.extend({
  of: word.optional(),
  atLeast: word.optional(),
  atMost: word.optional(),
  requires: word.optional(),
  forbids: word.optional(),
  from: as(date).optional(),
  until: as(date).optional(),
  level: as(level, { enum: ["error", "warning", "note"] }).optional(),
  otherwise: words.optional(),
  mend: words.optional(),
});

export type Bound = z.infer<typeof shape>;

function date(raw: unknown): Day {
  const day = parseDay(text(raw));
  if (day === undefined) throw new Misread("expected-date", { got: text(raw) });
  return day;
}

function level(raw: unknown): "error" | "warning" | "note" {
  const words = text(raw);
  if (words !== "error" && words !== "warning" && words !== "note") throw new Misread("expected-level", { got: words });
  return words;
}

/** Law's floor or ceiling on another clause's figure, or a clause it requires or forbids. It acts when a contract is composed: the linter tells. */
export const bound: Kind<Clause<Bound>> = { name: "bound", shape, figures: ["atLeast", "atMost"], hears: () => [], tells: () => [] };
