import { type Item, textOf } from "#kernel/engine/item.ts";
import { parseDay } from "#kernel/time/day.ts";
import { type Instant, parseInstant } from "#kernel/time/instant.ts";
import { midnight, type Zone } from "#kernel/time/zone.ts";
import type { Counted } from "../facts/of-kinds.ts";

/** The facts that support access is made of. */
export const accessKinds = ["access.granted", "access.revoked", "access.used"] as const;

/** A use of support access, or an attempt that a clause refused. */
export interface Use {
  position: number;
  at: Instant;
  by: string;
  /** The key or person that entered. */
  statedBy: string;
  what?: string;
  refused?: Item;
}

export interface Grant {
  subject: string;
  position: number;
  /** Whom it names: a key, or `person/` and the person's id. */
  person?: string;
  scope?: string;
  granted: Instant;
  until?: Instant;
  revoked?: Instant;
  /** Why it grants nothing. */
  refused?: Item;
  /** Whether the customer itself told it: the provider records for anybody, but opens no door to itself by that. */
  own?: boolean;
  uses: readonly Use[];
}

/** What a customer has granted, the latest first, with every use under it; and the attempts that named no grant of theirs. */
export function grantsOf(facts: readonly Counted[], zone: Zone): { grants: Grant[]; elsewhere: Use[] } {
  const of = (kind: string) => facts.filter(({ fact }) => fact.kind === kind);
  const uses = of("access.used");
  const given = of("access.granted");
  const grants = given.map(({ fact, position, refused }, index): Grant => {
    const { subject, occurred, fields } = fact;
    const next = given.slice(index + 1).find(({ fact: other }) => other.subject === subject)?.fact.occurred ?? Infinity;
    const mine = (at: Instant) => at >= occurred && at < next;
    const revoked = of("access.revoked").find(({ fact: other }) => other.subject === subject && mine(other.occurred))?.fact.occurred;
    const until = untilOf(textOf(fields["until"]), zone);
    const [person, scope] = [textOf(fields["person"]), textOf(fields["scope"])];
    return {
      subject,
      position,
      ...(person !== "" && { person }),
      ...(scope !== "" && { scope }),
      granted: occurred,
      ...(until !== undefined && { until }),
      ...(revoked !== undefined && { revoked }),
      ...(refused && { refused }),
      uses: uses.filter(({ fact: use }) => use.subject === subject && mine(use.occurred)).map(useOf),
    };
  });
  const under = new Set(grants.flatMap(({ uses: some }) => some.map(({ position }) => position)));
  return {
    grants: grants.toReversed(),
    elsewhere: uses
      .filter(({ position }) => !under.has(position))
      .map(useOf)
      .toReversed(),
  };
}

export type GrantState = "in force" | "over" | "revoked" | "refused";

export function stateOf({ refused, revoked, until }: Grant, now: Instant): GrantState {
  if (refused) return "refused";
  if (revoked !== undefined) return "revoked";
  return until !== undefined && now < until ? "in force" : "over";
}

/** The grant under which somebody may enter now: one of the customer's own that names them. Whether the act stands is the clause's to say. */
export function grantFor(grants: readonly Grant[], actor: string, now: Instant): Grant | undefined {
  return grants.find((grant) => grant.own === true && grant.person === actor && stateOf(grant, now) === "in force");
}

/** A day lasts to its end. */
function untilOf(told: string, zone: Zone): Instant | undefined {
  const day = parseDay(told);
  return day === undefined ? parseInstant(told) : midnight(zone, day + 1);
}

function useOf({ fact, position, statedBy, refused }: Counted): Use {
  const what = textOf(fact.fields["what"]);
  return { position, at: fact.occurred, by: fact.by, statedBy, ...(what !== "" && { what }), ...(refused && { refused }) };
}
