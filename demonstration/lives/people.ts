import { formatInstant, HOUR, type Instant } from "#kernel/time/instant.ts";
import type { Life } from "./happening.ts";
import { administrator, customer, desk, reseller, user, voice } from "./voices.ts";

const anyone = voice("third-party", "desk");

/** Support looks at the data under a grant of some hours; and once more after it has run out, which is refused. */
export function supportAccess(id: string, granted: Instant, hours: number, { overstayed = false, by = "provider" } = {}): Life {
  const look = by === "provider" ? desk : reseller;
  const until = formatInstant(granted + hours * HOUR);
  return [
    administrator(granted, "access.granted", id, { until, person: "support engineer", scope: "orders" }),
    look(granted + HOUR, "access.used", id, { what: "orders" }),
    ...(overstayed ? [look(granted + (hours + 1) * HOUR, "access.used", id, { what: "orders" })] : []),
  ];
}

/** Support asks to look, nobody grants it, and it looks all the same. */
export function ungrantedAccess(id: string, at: Instant): Life {
  return [desk(at, "access.used", id, { what: "orders" })];
}

/** A question to whoever answers for support, and the answer where there was one. */
export function question(id: string, asked: Instant, answered: Instant | undefined, by: "provider" | "distributor" = "provider"): Life {
  const answer = by === "provider" ? desk : reseller;
  return [
    (by === "provider" ? administrator : user)(asked, "support.requested", id, { channel: "portal" }),
    ...(answered === undefined ? [] : [answer(answered, "support.answered", id)]),
  ];
}

/** A data breach, and when the customer was told. */
export function breach(id: string, known: Instant, hoursUntilTold: number | undefined): Life {
  return [
    desk(known, "breach.known", id),
    ...(hoursUntilTold === undefined ? [] : [desk(known + hoursUntilTold * HOUR, "breach.notified", id)]),
  ];
}

/** Somebody asks for their data; the provider passes it on, the customer instructs, the provider carries it out. */
export function subjectRequest(id: string, asked: Instant, [relayed, instructed, executed]: readonly number[]): Life {
  return [
    anyone(asked, "subject-request.received", id, { right: "access", on: "customer" }),
    ...(relayed === undefined ? [] : [desk(asked + relayed * HOUR, "subject-request.relayed", id)]),
    ...(instructed === undefined ? [] : [customer(asked + instructed * HOUR, "subject-request.instructed", id)]),
    ...(executed === undefined ? [] : [desk(asked + executed * HOUR, "subject-request.executed", id)]),
  ];
}

/** A processing instructed in writing, started, and entered in the register. */
export function processing(id: string, at: Instant, informed: number | undefined): Life {
  return [
    customer(at, "instruction.given", id, { "in-form": "e-mail" }),
    desk(at + 3 * HOUR, "processing.started", id),
    desk(at + 4 * HOUR, "processing.recorded", id),
    ...(informed === undefined ? [] : [customer(at + informed * HOUR, "users.informed", id)]),
  ];
}
