import { formatDay, weekday } from "#kernel/time/day.ts";
import { formatInstant, HOUR, MINUTE } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import { type Counts, foundLater, minutesCounted, silence } from "../counts.ts";
import type { Life, Plan } from "../happening.ts";
import { handledIncidents, incident, outsideControl, restored, waitedFor } from "../incidents.ts";
import { monthlyInvoices } from "../invoices.ts";
import { order, serviceLevels, uloaFilings } from "../orders.ts";
import { breach, question, supportAccess } from "../people.ts";
import { seatAboveTheCap, seatsAssigned, seatTakenOver } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { administrator, customer, desk, reseller } from "../voices.ts";

/** The joinery: two years of everything that a hosted application brings, and a busy today. */
export function kerlannUloa(stage: Stage): Plan {
  const accepted = stage.at(stage.monthWorking(-25, 19), "10:00");
  const activated = stage.at(stage.monthWorking(-24, 2), "09:12");
  const counts = countsOf(stage, activated);
  const backups = {
    seed: "kerlann",
    of: "platform" as const,
    from: stage.dayOf(accepted),
    failed: [stage.month(-14, 10), stage.month(-5, 21)],
  };
  return {
    key: "kerlann-uloa",
    customer: "kerlann",
    drafted: accepted - 6 * 24 * HOUR,
    particulars: order("ULOA-0042", "kerlann", ["uloa", "service-levels", "maintenance"], figures(stage), { order: uloaFilings }),
    life: [
      ...formation(stage, accepted, activated),
      ...seats(stage),
      ...money(stage),
      ...incidents(stage),
      ...availability(stage, counts),
      ...support(stage),
    ],
    routine: (from, until) => [
      ...dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
      ...minutesCounted(counts, from, until),
    ],
  };
}

function figures(stage: Stage): Record<string, string> {
  return {
    "term.starts": formatDay(stage.month(-24)),
    "term.initial": "1 year",
    "term.renewal": "1 year",
    "seats.at-most": "10",
    "subscription.price": "24.00 EUR",
    "subscription.every": "month",
    "subscription.billed": "in advance",
    "support-answer.within": "8 hours",
    "availability-damages.at-most": "2500 EUR",
    ...serviceLevels,
  };
}

function formation(stage: Stage, accepted: number, activated: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "uloa 2021-06" }),
    desk(activated - 10 * MINUTE, "data.placed", "P-1", { country: "FR" }),
    desk(activated, "codes.issued"),
    reseller(activated + 5 * HOUR, "codes.handed-over"),
    customer(activated + 6 * HOUR, "administrator.named", undefined, { capacity: "employee" }),
    customer(stage.at(stage.month(-9, 28), "18:00"), "administrator.left"),
    customer(stage.at(stage.monthWorking(-8, 2), "09:30"), "administrator.named", undefined, { capacity: "employee" }),
    // Signed in the autumn, in force with the new year of the contract.
    reseller(stage.at(stage.monthWorking(-14, 20), "11:00"), "contract.amended", "A-1", {
      effective: formatInstant(stage.at(stage.month(-12), "00:00")),
      sets: { "subscription.price": "24.60 EUR" },
      "in-form": "writing",
      "signed-by": ["distributor", "customer"],
      "validated-by": ["provider"],
    }),
  ];
}

function seats(stage: Stage): Life {
  return [
    ...seatsAssigned(stage, stage.monthWorking(-24, 2), [1, 8]),
    ...seatsAssigned(stage, stage.monthWorking(-23, 20), [9, 10]),
    ...seatTakenOver(stage, stage.monthWorking(-20, 12), 4, 11),
    ...seatAboveTheCap(stage, stage.monthWorking(-18, 8), [12, 13], 12),
    ...seatTakenOver(stage, stage.monthWorking(-6, 3), 7, 14),
    // Today somebody tries a thirteenth; nobody has written to the distributor yet.
    administrator(stage.ago(3.2), "seat.assigned", "U-15"),
  ];
}

function money(stage: Stage): Life {
  const lateness = new Map<number, number | "never">([
    [-19, 62],
    [-11, 39],
    [-3, "never"],
    [-1, "never"],
    [0, "never"],
  ]);
  const amount = (month: number) => (month < -12 ? (month < -17 ? 24_000 : 28_800) : 29_520);
  return monthlyInvoices(stage, { prefix: "INV", months: [-24, 0], amount, fee: "subscription", by: "distributor", within: 30, lateness });
}

function incidents(stage: Stage): Life {
  const friday = stage.month(-22) + ((12 - weekday(stage.month(-22))) % 7);
  const night = stage.at(stage.monthWorking(-9, 9), "02:40");
  const waiting = stage.at(stage.monthWorking(-16, 12), "14:00");
  return [
    ...handledIncidents(stage, "kerlann", 16, [-23, -1], 20),
    // One minute before working hours close, acknowledged half an hour late.
    ...incident({ id: "I-1", received: stage.at(friday, "17:59"), severity: "critical", acknowledged: 4.5, diagnosed: 5.5, corrected: 20 }),
    ...incident({ id: "I-2", received: night, severity: "critical", acknowledged: 1.5, diagnosed: 9, corrected: 30 }),
    ...incident({ id: "I-3", received: waiting, severity: "important", acknowledged: 26, diagnosed: 44, corrected: 160 }),
    ...waitedFor("I-3", waiting + HOUR, waiting + 20 * HOUR),
    ...incident({ id: "I-4", received: stage.at(stage.monthWorking(-12, 23), "11:00"), severity: "urgent", acknowledged: 2 }),
    ...outsideControl(
      "I-4",
      stage.at(stage.monthWorking(-12, 23), "14:20"),
      "customer's own connection",
      stage.at(stage.monthWorking(-12, 23), "16:05"),
    ),
    // And those of these days.
    ...incident({ id: "I-91", received: stage.ago(8 * 24 - 5), severity: "minor", acknowledged: 9 }),
    ...incident({ id: "I-92", received: stage.ago(21.5), severity: "important", acknowledged: 3 }),
    ...incident({ id: "I-93", received: stage.ago(2.25), severity: "urgent" }),
    ...incident({ id: "I-94", received: stage.ago(5.4), severity: "important" }),
    ...restored("R-1", stage.at(stage.monthWorking(-2, 18), "16:20"), stage.at(stage.monthWorking(-2, 18) + 1, "11:05")),
    ...restored("R-2", stage.ago(15), undefined),
  ];
}

function countsOf(stage: Stage, since: number): Counts {
  return {
    seed: "kerlann",
    since,
    outages: [
      { from: stage.at(stage.monthWorking(-20, 14), "20:00"), minutes: 45 },
      { from: stage.at(stage.monthWorking(-10, 11), "09:12"), minutes: 58 },
      { from: stage.at(stage.monthWorking(-7, 6), "14:30"), minutes: 14, share: 40 },
      { from: stage.at(stage.monthWorking(-1, 8), "10:05"), minutes: 36, share: 80 },
    ],
    silences: [{ from: stage.at(stage.month(-15, 15), "02:10"), minutes: 90 }],
  };
}

function availability(stage: Stage, counts: Counts): Life {
  const maintained = stage.monthWorking(-20, 14);
  const second = stage.monthWorking(-18, 13);
  const month = (months: number) => formatDay(stage.month(months)).slice(0, 7);
  return [
    desk(stage.at(maintained - 4, "11:00"), "maintenance.announced", "CHG-318", { starts: formatInstant(stage.at(maintained, "20:00")) }),
    desk(stage.at(maintained, "20:12"), "minutes.excluded", "CHG-318", {
      from: formatInstant(stage.at(maintained, "20:00")),
      until: formatInstant(stage.at(maintained, "20:12")),
      cause: "maintenance",
      evidence: "change CHG-318",
    }),
    administrator(stage.at(stage.monthWorking(-19, 2), "10:00"), "statement.requested", "R-1"),
    desk(stage.at(stage.monthWorking(-19, 4), "16:30"), "statement.supplied", "R-1"),
    customer(stage.at(stage.monthWorking(-19, 15), "09:20"), "credit.claimed", month(-20)),
    customer(stage.at(stage.monthWorking(-19, 22), "09:00"), "damages.claimed", "D-1", { amount: "500.00 EUR", for: "unavailability" }),
    // The claim of the other bad month comes two days after its right has lapsed.
    customer(stage.at(stage.month(-8, 2), "08:30"), "credit.claimed", month(-10)),
    ...silence(counts.silences![0]!),
    // The log of a second server turns up ten days after the month.
    foundLater(stage.at(stage.monthWorking(-17, 11), "09:30"), second, { from: stage.at(second, "11:20"), minutes: 25, share: 48 }),
    administrator(stage.at(stage.working(-3), "10:10"), "statement.requested", "R-2"),
  ];
}

function support(stage: Stage): Life {
  const asked = (months: number, nth: number, clock: string) => stage.at(stage.monthWorking(months, nth), clock);
  return [
    ...question("S-1", asked(-24, 21, "09:12"), asked(-24, 21, "10:40"), "distributor"),
    ...question("S-2", asked(-17, 4, "14:30"), asked(-17, 4, "14:30") + 19 * HOUR, "distributor"),
    ...question("S-3", asked(-4, 9, "10:00"), asked(-4, 9, "15:10"), "distributor"),
    ...question("S-4", stage.ago(3.6), undefined, "distributor"),
    ...supportAccess("G-1", asked(-18, 20, "09:00"), 3, { overstayed: true }),
    ...supportAccess("G-2", asked(-3, 13, "14:00"), 8),
    ...breach("V-1", asked(-13, 21, "08:40"), 6.4),
  ];
}
