import { formatDay } from "#kernel/time/day.ts";
import { formatInstant, HOUR, MINUTE } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import { type Counts, minutesCounted } from "../counts.ts";
import type { Life, Plan } from "../happening.ts";
import { handledIncidents, incident } from "../incidents.ts";
import { monthlyInvoices } from "../invoices.ts";
import { order, serviceLevels, uloaFilings } from "../orders.ts";
import { breach, question, supportAccess, ungrantedAccess } from "../people.ts";
import { seatAboveTheCap, seatsAssigned } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk, reseller } from "../voices.ts";

/** The laboratory: three months missed in a row have opened its way out, and it has not made up its mind. */
export function vaubrunUloa(stage: Stage): Plan {
  const accepted = stage.at(stage.monthWorking(-19, 10), "14:00");
  const activated = stage.at(stage.monthWorking(-18, 1), "10:00");
  const counts = countsOf(stage, activated);
  const backups = { seed: "vaubrun", of: "platform" as const, from: stage.dayOf(accepted), failed: [stage.month(-6, 17)] };
  return {
    key: "vaubrun-uloa",
    customer: "vaubrun",
    drafted: accepted - 12 * 24 * HOUR,
    particulars: order("ULOA-0051", "vaubrun", ["uloa", "service-levels", "maintenance"], figures(stage), { order: uloaFilings }),
    life: [...formation(stage, accepted, activated), ...availability(stage), ...desks(stage)],
    routine: (from, until) => [
      ...dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
      ...minutesCounted(counts, from, until),
    ],
  };
}

function figures(stage: Stage): Record<string, string> {
  return {
    "term.starts": formatDay(stage.month(-18)),
    "term.initial": "2 years",
    "term.renewal": "1 year",
    "seats.at-most": "30",
    "subscription.price": "21.50 EUR",
    "subscription.every": "month",
    "subscription.billed": "in advance",
    "support-answer.within": "6 hours",
    "availability-damages.at-most": "8000 EUR",
    ...serviceLevels,
  };
}

function formation(stage: Stage, accepted: number, activated: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "uloa 2021-06" }),
    desk(activated, "codes.issued"),
    reseller(activated + 26 * HOUR, "codes.handed-over"),
    customer(activated + 27 * HOUR, "administrator.named", undefined, { capacity: "officer" }),
    ...seatsAssigned(stage, stage.monthWorking(-18, 3), [1, 30]),
    ...seatAboveTheCap(stage, stage.monthWorking(-9, 5), [31, 34], 34),
    reseller(stage.at(stage.monthWorking(-9, 5) + 6, "16:00"), "increase.disputed", undefined, {
      "in-form": "writing",
      reason: "tariff of the added seats not agreed",
    }),
    ...monthlyInvoices(stage, {
      prefix: "VAU",
      months: [-18, 0],
      amount: (month) => (month < -8 ? 64_500 : 73_100),
      fee: "subscription",
      by: "distributor",
      within: 30,
      lateness: new Map<number, number | "never">([
        [-5, 47],
        [-1, "never"],
        [0, "never"],
      ]),
    }),
  ];
}

function countsOf(stage: Stage, since: number): Counts {
  return {
    seed: "vaubrun",
    since,
    outages: [
      { from: stage.at(stage.monthWorking(-14, 9), "11:10"), minutes: 17 },
      { from: stage.at(stage.monthWorking(-4, 7), "09:30"), minutes: 95, share: 60 },
      { from: stage.at(stage.monthWorking(-3, 16), "15:05"), minutes: 41 },
      { from: stage.at(stage.monthWorking(-2, 22), "08:45"), minutes: 230, share: 30 },
    ],
  };
}

function availability(stage: Stage): Life {
  const month = (months: number) => formatDay(stage.month(months)).slice(0, 7);
  return [
    customer(stage.at(stage.monthWorking(-3, 6), "11:00"), "credit.claimed", month(-4)),
    customer(stage.at(stage.monthWorking(-1, 20), "17:45"), "credit.claimed", month(-2)),
    // For August nobody claimed in time; and damages wait for an exit that was not used.
    customer(stage.at(stage.working(-13), "10:30"), "damages.claimed", "D-1", { amount: "4200.00 EUR", for: "unavailability" }),
    desk(stage.at(stage.monthWorking(-3, 16), "15:40"), "minutes.excluded", "CHG-411", {
      from: formatInstant(stage.at(stage.monthWorking(-3, 16), "15:05")),
      until: formatInstant(stage.at(stage.monthWorking(-3, 16), "15:15")),
      cause: "not attributable",
      evidence: "carrier's ticket",
    }),
  ];
}

function desks(stage: Stage): Life {
  const asked = (months: number, nth: number, clock: string) => stage.at(stage.monthWorking(months, nth), clock);
  return [
    ...handledIncidents(stage, "vaubrun", 14, [-17, -1], 20),
    ...incident({ id: "I-1", received: asked(-4, 7, "09:41"), severity: "critical", acknowledged: 0.4, diagnosed: 1.6, corrected: 2.1 }),
    ...incident({ id: "I-2", received: asked(-2, 22, "08:52"), severity: "critical", acknowledged: 4.3, diagnosed: 7.2, corrected: 26 }),
    // Ten hours to acknowledge, and they have just run out.
    ...incident({ id: "I-93", received: stage.ago(11.5), severity: "important" }),
    ...incident({ id: "I-94", received: stage.ago(1.1), severity: "minor" }),
    ...question("S-1", asked(-15, 12, "10:00"), asked(-15, 12, "12:20"), "distributor"),
    ...question("S-2", asked(-5, 3, "16:30"), asked(-5, 3, "16:30") + 9 * HOUR, "distributor"),
    ...question("S-3", asked(-1, 14, "09:05"), asked(-1, 14, "11:50"), "distributor"),
    ...supportAccess("G-1", asked(-12, 16, "10:00"), 4, { by: "distributor" }),
    ...ungrantedAccess("G-2", asked(-4, 8, "18:20")),
    ...breach("V-1", asked(-7, 5, "07:50"), 31.5),
    ...breach("V-2", stage.ago(9.3), undefined),
    desk(asked(-6, 2, "09:00"), "copy.made", "C-1", { reason: "support", expires: formatInstant(asked(-6, 2, "09:00") + 7 * 24 * HOUR) }),
    desk(asked(-6, 2, "09:00") + 6 * 24 * HOUR, "copy.destroyed", "C-1"),
    desk(stage.ago(50), "copy.made", "C-2", { reason: "support", expires: formatInstant(stage.ago(50) + 73 * HOUR + 20 * MINUTE) }),
    desk(asked(-10, 12, "15:00"), "publication.made", "L-1", { kind: "testimonial" }),
  ];
}
