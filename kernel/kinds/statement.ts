import type { z } from "zod";
import { follow } from "../engine/effect.ts";
import { matches } from "../engine/resolve.ts";
import { type Clause, common, effects, words } from "../terms/clause.ts";
import { told } from "./shared/about.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({ when: words.optional(), then: effects.optional() });

export type Statement = z.infer<typeof shape>;

/** Text without mechanics; with `when` and `then`, a consequence that follows by itself. */
export const statement: Kind<Clause<Statement>> = {
  name: "statement",
  shape,
  figures: [],
  hears: (clause) => (clause.when ?? []).map((event) => ({ event, role: "when", opens: true })),
  tells: ({ then }) => told(then),
  on(step, clause, _role, event) {
    if (matches(step, clause.where, event)) follow(step, clause, clause.then, event);
  },
};
