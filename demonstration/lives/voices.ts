import type { Json } from "#kernel/engine/item.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Happening } from "./happening.ts";

/** Who tells something, through which system: `desk(at, "codes.issued")`. */
export type Voice = (occurred: Instant, kind: string, subject?: string, fields?: Readonly<Record<string, Json>>) => Happening;

export function voice(by: string, source: string): Voice {
  return (occurred, kind, subject, fields) => ({
    occurred,
    kind,
    by,
    source,
    ...(subject !== undefined && { subject }),
    ...(fields && { fields }),
  });
}

export const desk = voice("provider", "desk");
export const customer = voice("customer", "customer-portal");
export const administrator = voice("administrator", "customer-portal");
export const user = voice("user", "customer-portal");
export const reseller = voice("distributor", "distributor-desk");
/** Mails that customers wrote, as our mailbox took them. */
export const mailbox = voice("customer", "mailbox");
/** Sign-ins, as the service's own door saw them. */
export const gate = voice("user", "gate");
export const probe = voice("provider", "probe");

/** The same, told later than it happened. */
export function toldAt(recorded: Instant, happening: Happening): Happening {
  return { ...happening, recorded };
}
