import type { z } from "zod";
import { WHOLE } from "../engine/item.ts";
import { matches } from "../engine/resolve.ts";
import { itemsOf, withClause } from "../engine/step.ts";
import { type Clause, common, words } from "../terms/clause.ts";
import { settleClock, stops } from "./duty/clock.ts";
import { inForm } from "./shared/forms.ts";
import type { Kind } from "./kind.ts";

const shape = common.extend({ from: words, until: words, stops: words.optional() });

export type PauseKeys = z.infer<typeof shape>;

/** Clocks stop: force majeure, waiting for the customer. The time paused is added; overlapping pauses count once. */
export const pause: Kind<Clause<PauseKeys>> = {
  name: "pause",
  shape,
  figures: ["inForm"],
  hears: (clause) => [
    ...clause.from.map((event) => ({ event, role: "from", opens: true })),
    ...clause.until.map((event) => ({ event, role: "until" })),
  ],
  tells: () => [],
  on(step, clause, role, event) {
    if (role === "from") {
      if (!matches(step, clause.where, event)) return;
      if (clause.inForm?.is === "value" && !inForm(clause.inForm.value, event.fields["in-form"])) return;
      if (step.state.pauses.some((one) => one.clause === clause.id && one.subject === event.subject)) return;
      step.state.pauses = [
        ...step.state.pauses,
        { clause: clause.id, subject: event.subject, since: event.at, because: withClause(event.because, clause.id) },
      ];
    } else
      step.state.pauses = step.state.pauses.filter(
        (one) => one.clause !== clause.id || (one.subject !== event.subject && event.subject !== WHOLE),
      );
    for (const stopped of [...step.world.contract.clauses, ...(step.detached ?? [])]) {
      if (stopped.kind !== "duty" || !stops(step, clause.id, stopped)) continue;
      for (const item of itemsOf(step, stopped.id)) settleClock(step, stopped, item, event);
    }
  },
};
