import type { Instant } from "#kernel/time/instant.ts";
import { textOf } from "#kernel/engine/item.ts";
import type { Item } from "#kernel/engine/item.ts";
import type { Counted } from "../facts/of-kinds.ts";

/** The facts that a report of unauthorised access is followed by. */
export const reportKinds = ["unauthorised-access.reported", "lock.agreed", "lock.applied"] as const;

/** A report of unauthorised access, and the protective measure that answers it. */
export interface Report {
  subject: string;
  position: number;
  fact: string;
  at: Instant;
  by: string;
  agreed?: Instant;
  applied?: { at: Instant; urgent: boolean };
  /** A measure tried and refused, the latest. */
  refused?: Item;
}

/** Reports, the latest first, each with what followed on the same subject. */
export function reportsOf(facts: readonly Counted[]): Report[] {
  const of = (kind: string, subject: string) => facts.filter(({ fact }) => fact.kind === kind && fact.subject === subject);
  return facts
    .filter(({ fact, refused }) => fact.kind === "unauthorised-access.reported" && !refused)
    .map(({ fact, position }): Report => {
      const locks = of("lock.applied", fact.subject);
      const applied = locks.find(({ refused }) => !refused)?.fact;
      const refused = locks.findLast((lock) => lock.refused)?.refused;
      const agreed = of("lock.agreed", fact.subject)[0]?.fact.occurred;
      return {
        subject: fact.subject,
        position,
        fact: `${fact.source}:${fact.id}`,
        at: fact.occurred,
        by: fact.by,
        ...(agreed !== undefined && { agreed }),
        ...(applied && { applied: { at: applied.occurred, urgent: textOf(applied.fields["urgent"]) === "yes" } }),
        ...(refused && !applied && { refused }),
      };
    })
    .toReversed();
}
