import type { Contract } from "../terms/contract.ts";
import type { Expected } from "../terms/example.ts";
import { formatInstant, type Instant, MINUTE, parseInstant } from "../time/instant.ts";
import { localOf, type Zone } from "../time/zone.ts";
import type { Reason } from "./item.ts";
import type { NumberedItem } from "./register.ts";
import type { Standing } from "./standing.ts";

/** What an example expects, or what stands instead: names and times as an example writes them, so that words can be made of the rest. */
export interface Shown {
  /** `contract` for the contract itself. */
  clause: string;
  subject?: string;
  right?: true;
  /** Undefined where nothing may stand. */
  state?: string;
  /** Local times by what they are: `due`, `until`, `ends`. */
  times: Readonly<Record<string, string>>;
  /** A number, exact, and its unit. */
  amount?: string;
  reason?: Reason;
}

export function shownLine({ clause, subject, state, also }: Expected, { byId }: Contract): Shown {
  const { amount, ...times } = also;
  return {
    clause,
    ...(subject !== undefined && { subject }),
    ...(byId.get(clause)?.kind === "right" && { right: true }),
    ...(state !== undefined && { state }),
    times,
    ...(amount !== undefined && { amount }),
  };
}

export function shownContract({ phase, ends }: Standing, zone: Zone): Shown {
  return { clause: "contract", state: phase, times: ends === undefined ? {} : { ends: shown(zone, ends) } };
}

export function shownItem(item: NumberedItem, zone: Zone): Shown {
  const times = (["from", "due", "target", "until", "done"] as const).flatMap((key) =>
    item[key] === undefined ? [] : [[key, shown(zone, item[key])] as const],
  );
  return {
    clause: item.clause,
    subject: item.subject,
    ...(item.type === "right" && { right: true }),
    state: item.state,
    times: Object.fromEntries(times),
    ...(item.figure && { amount: `${item.figure.value} ${item.figure.unit}` }),
    ...(item.reason && { reason: localReason(item.reason, zone) }),
  };
}

function localReason({ code, args }: Reason, zone: Zone): Reason {
  const local = Object.entries(args).map(([name, value]) => {
    const at = parseInstant(value);
    return [name, at === undefined ? value : shown(zone, at)] as const;
  });
  return { code, args: Object.fromEntries(local) };
}

/** A local time to the minute, as examples write it: `2025-03-29 10:00`. */
export function shown(zone: Zone, at: Instant): string {
  const { day, ms } = localOf(zone, at);
  const minute = Math.floor(ms / MINUTE);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${formatInstant(day * 86_400_000).slice(0, 10)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
