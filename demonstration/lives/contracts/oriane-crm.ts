import { formatDay } from "#kernel/time/day.ts";
import { formatInstant, HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import { type Counts, minutesCounted } from "../counts.ts";
import type { Life, Plan } from "../happening.ts";
import { handledIncidents, incident, waitedFor } from "../incidents.ts";
import { monthlyInvoices } from "../invoices.ts";
import { order } from "../orders.ts";
import { breach } from "../people.ts";
import { seat, seatsAssigned } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk, gate, user } from "../voices.ts";

/** The call centre: two invoices behind, suspended after notice; from the day after tomorrow a second notice may be sent. */
export function orianeCrm(stage: Stage): Plan {
  const began = stage.month(-24);
  const accepted = stage.at(began, "08:30");
  const counts: Counts = {
    seed: "oriane",
    since: accepted + 2 * HOUR,
    outages: [
      { from: stage.at(stage.monthWorking(-16, 6), "10:20"), minutes: 52 },
      { from: stage.at(stage.monthWorking(-8, 13), "16:00"), minutes: 26, share: 70 },
      { from: stage.at(stage.day(-14), "09:00"), minutes: 480 },
    ],
    silences: [{ from: stage.at(stage.month(-5, 8), "03:00"), minutes: 75 }],
  };
  const backups = { seed: "oriane", of: "platform" as const, from: began, failed: [stage.month(-18, 3), stage.month(-7, 20)] };
  return {
    key: "oriane-crm",
    customer: "oriane",
    drafted: accepted - 10 * 24 * HOUR,
    particulars: order(
      "CRM-0058",
      "oriane",
      ["crm-and-data", "service-levels", "maintenance"],
      {
        "users.at-most": "45",
        "fee.price": "34.00 EUR",
        "fee.due": "30 days",
        "access-setup.within": "5 working days",
        "own-data-request.within": "1 month",
        "data-copy.within": "30 days",
        "copy-delivery.within": "10 days",
        "availability-statement.within": "5 days",
        // The order form leaves the days of the lower tier blank: what is claimed of it cannot be counted.
        "service-credit.amount.below 99.95 down to 99.90": "2 days",
      },
      {
        order: {
          "extended-support": "yes",
          "telephone support contract": "signed",
          "partners' terms": "filed",
          documentation: "user documentation, v7",
        },
      },
    ),
    life: [...formation(stage, accepted), ...floor(stage), ...money(stage), ...care(stage)],
    routine: (from, until) => [
      ...dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
      ...minutesCounted(counts, from, until),
    ],
  };
}

function formation(stage: Stage, accepted: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "crm-and-data" }),
    desk(accepted + 2 * HOUR, "service.activated"),
    ...seatsAssigned(stage, stage.monthWorking(-24, 3), [1, 44], customer),
  ];
}

function floor(stage: Stage): Life {
  const at = (months: number, nth: number, clock: string) => stage.at(stage.monthWorking(months, nth), clock);
  return [
    customer(at(-15, 4, "18:00"), "seat.released", seat(9)),
    gate(at(-15, 6, "08:10"), "user.signed-in", seat(9), { encrypted: "yes" }),
    customer(at(-15, 8, "09:00"), "seat.assigned", seat(45)),
    customer(at(-12, 8, "09:00"), "seat.assigned", seat(46)),
    customer(at(-12, 8, "09:01"), "seat.assigned", seat(47)),
    user(at(-11, 12, "21:20"), "support.requested", "T-1", { channel: "telephone" }),
    user(at(-3, 10, "10:30"), "call.placed", "C-1", { called: "consumer", contract: "yes" }),
    user(at(-2, 10, "13:20"), "call.placed", "C-2", { called: "consumer", contract: "yes" }),
    user(at(-1, 6, "11:15"), "call.placed", "C-3", { called: "consumer", contract: "no" }),
    user(at(-1, 6, "11:40"), "call-consent.given", "C-4"),
    user(at(-1, 7, "11:40"), "call.placed", "C-4", { called: "consumer", contract: "no" }),
  ];
}

function money(stage: Stage): Life {
  const unpaid = `CRM-${formatDay(stage.month(-3)).slice(0, 7)}`;
  return [
    ...monthlyInvoices(stage, {
      prefix: "CRM",
      months: [-24, 0],
      amount: () => 153_000,
      fee: "fee",
      by: "provider",
      within: 30,
      lateness: new Map<number, number | "never">([
        [-19, 44],
        [-10, 58],
        [-3, "never"],
        [-2, "never"],
        [-1, "never"],
        [0, "never"],
      ]),
    }),
    desk(stage.at(stage.day(-29), "10:00"), "notice.sent", unpaid, { "in-form": "e-mail", prepares: "suspension", article: "8" }),
    desk(stage.at(stage.day(-26), "10:00"), "notice.sent", unpaid, {
      "in-form": "registered letter",
      prepares: "suspension",
      article: "8",
      under: "suspension",
    }),
    desk(stage.at(stage.day(-14), "09:00"), "service.suspended", unpaid, { ground: "non-payment", reason: "invoices unpaid" }),
    desk(stage.at(stage.day(-6), "09:00"), "notice.sent", unpaid, {
      "in-form": "registered letter",
      prepares: "termination",
      clause: "payment",
      article: "8",
      under: "payment-exit",
    }),
  ];
}

function care(stage: Stage): Life {
  const month = (months: number) => formatDay(stage.month(months)).slice(0, 7);
  const waiting = stage.ago(19);
  return [
    ...handledIncidents(stage, "oriane", 12, [-23, -1], 20),
    ...incident({
      id: "I-1",
      received: stage.at(stage.monthWorking(-16, 6), "10:26"),
      severity: "critical",
      acknowledged: 3.2,
      diagnosed: 5.9,
      corrected: 8,
    }),
    ...incident({ id: "I-91", received: waiting, severity: "important" }),
    ...waitedFor("I-91", waiting + 2 * HOUR, undefined),
    ...incident({ id: "I-92", received: stage.ago(6 * 24 + 4), severity: "minor", acknowledged: 7 }),
    customer(stage.at(stage.monthWorking(-15, 9), "10:00"), "credit.claimed", month(-16)),
    customer(stage.at(stage.monthWorking(-7, 28), "10:00"), "credit.claimed", month(-8)),
    customer(stage.at(stage.monthWorking(-6, 9), "10:00"), "damages.claimed", "D-1", { amount: "9000.00 EUR", for: "unavailability" }),
    desk(stage.at(stage.day(-14), "17:10"), "minutes.excluded", "SUS-1", {
      from: formatInstant(stage.at(stage.day(-14), "09:00")),
      until: formatInstant(stage.at(stage.day(-14), "17:00")),
      cause: "suspension",
      evidence: "suspension for unpaid invoices",
    }),
    ...breach("V-1", stage.at(stage.monthWorking(-9, 4), "11:00"), 52),
    desk(stage.at(stage.monthWorking(-20, 9), "10:00"), "data.disclosed", "D-2", {
      ground: "authority",
      authority: "data protection authority",
    }),
  ];
}
