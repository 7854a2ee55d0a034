import type { Day } from "#kernel/time/day.ts";
import { MINUTE } from "#kernel/time/instant.ts";
import type { Life } from "./happening.ts";
import type { Stage } from "./stage.ts";
import { administrator, customer, gate, type Voice } from "./voices.ts";

/** `U-07` */
export function seat(number: number, letter = "U"): string {
  return `${letter}-${String(number).padStart(2, "0")}`;
}

/** Seats from one number to another, given one a minute. */
export function seatsAssigned(stage: Stage, day: Day, [first, last]: readonly [number, number], by: Voice = administrator): Life {
  return range(first, last).map((n) => by(stage.at(day, "15:20") + (n - first) * MINUTE, "seat.assigned", seat(n)));
}

/** Mailboxes likewise. */
export function mailboxesAdded(stage: Stage, day: Day, [first, last]: readonly [number, number]): Life {
  return range(first, last).map((n) => administrator(stage.at(day, "10:05") + (n - first) * MINUTE, "mailbox.added", seat(n, "M")));
}

/** One leaves and tries to come in again; another takes the place. */
export function seatTakenOver(stage: Stage, day: Day, leaver: number, newcomer: number): Life {
  return [
    administrator(stage.at(day, "18:00"), "seat.released", seat(leaver), { reason: "departure" }),
    gate(stage.at(day + 3, "08:55"), "user.signed-in", seat(leaver), { encrypted: "yes" }),
    administrator(stage.at(day + 4, "09:10"), "seat.assigned", seat(newcomer)),
  ];
}

/** One too many is refused; four days later the customer gives the notice of more that the contract asks for, and gives those seats. */
export function seatAboveTheCap(stage: Stage, day: Day, [first, last]: readonly [number, number], most: number): Life {
  return [
    administrator(stage.at(day, "09:40"), "seat.assigned", seat(first)),
    customer(stage.at(day + 4, "09:05"), "increase.notified", undefined, {
      quantity: String(most),
      to: "distributor",
      "in-form": "writing",
    }),
    ...range(first, last).map((n) => administrator(stage.at(day + 4, "09:20") + (n - first) * MINUTE, "seat.assigned", seat(n))),
  ];
}

export function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}
