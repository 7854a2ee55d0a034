import { type Item, textOf, WHOLE } from "#kernel/engine/item.ts";
import { type Instant, parseInstant } from "#kernel/time/instant.ts";
import type { Counted } from "../facts/of-kinds.ts";

/** A notice of increase, and what became of it. */
export interface Notice {
  position: number;
  fact: string;
  subject: string;
  by: string;
  quantity: string;
  form?: string;
  /** Parties that it had to be addressed to and was not: it then raises nothing. */
  missed: readonly string[];
  /** When it reached the other side: as told, else when it was recorded here, where that side reads it. */
  received: Instant;
  /** Why it raised nothing. */
  refused?: Item;
  disputed?: { at: Instant; reason?: string };
}

/** What the right to increase says of its notices: by which facts, addressed to whom, disputed by which. */
export interface Noticing {
  notice: readonly string[];
  dispute: readonly string[];
  addressedTo: readonly string[];
}

/** The notices of increase, the latest first, each with the dispute that answers it. */
export function noticesOf(facts: readonly Counted[], kinds: Noticing): Notice[] {
  const given = facts.filter(({ fact }) => kinds.notice.includes(fact.kind));
  const disputes = facts.filter(({ fact, refused }) => kinds.dispute.includes(fact.kind) && !refused);
  return given
    .map(({ fact, position, refused }, index): Notice => {
      const next = given[index + 1]?.fact.occurred ?? Infinity;
      // A dispute names its notice, or is about the contract and meets the notice before it.
      const answer = disputes.find(
        ({ fact: { subject, occurred } }) =>
          occurred >= fact.occurred && (subject === fact.subject || (subject === WHOLE && occurred < next)),
      );
      const told = [fact.fields["to"] ?? []].flat().map((party) => textOf(party));
      const form = textOf(fact.fields["in-form"]);
      return {
        position,
        fact: `${fact.source}:${fact.id}`,
        subject: fact.subject,
        by: fact.by,
        quantity: textOf(fact.fields["quantity"]),
        ...(form !== "" && { form }),
        missed: kinds.addressedTo.filter((party) => !told.includes(party)),
        received: parseInstant(textOf(fact.fields["received"])) ?? fact.recorded,
        ...(refused && { refused }),
        ...(answer && !refused && { disputed: disputeOf(answer) }),
      };
    })
    .toReversed();
}

function disputeOf({ fact }: Counted): NonNullable<Notice["disputed"]> {
  const reason = textOf(fact.fields["reason"]);
  return { at: fact.occurred, ...(reason !== "" && { reason }) };
}
