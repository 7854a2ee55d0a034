import { addMonths, formatDay } from "#kernel/time/day.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { handledIncidents, incident } from "../incidents.ts";
import { invoiced } from "../invoices.ts";
import { order } from "../orders.ts";
import { processing, question, supportAccess, ungrantedAccess } from "../people.ts";
import { mailboxesAdded, range } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk } from "../voices.ts";

/** The consultants: billed each month in arrears, payable on receipt, and seldom paid that day. */
export function rostaingBoost(stage: Stage): Plan {
  const began = stage.month(-21);
  const accepted = stage.at(began, "17:00");
  const backups = { seed: "rostaing", of: "platform" as const, from: began, failed: [stage.month(-6, 6)] };
  return {
    key: "rostaing-boost",
    customer: "rostaing",
    drafted: accepted - HOUR,
    particulars: order(
      "BMM-0131",
      "rostaing",
      ["boost-my-mail", "maintenance"],
      {
        "licences.at-most": "12",
        "fee.price": "2.40 EUR",
        "fee.overuse": "3.00 EUR per month",
      },
      { order: { billing: "monthly", tariffs: "public tariffs, 2025-01", documentation: "user documentation, v4" } },
    ),
    life: [...formation(stage, began, accepted), ...money(stage, began), ...disputes(stage), ...care(stage), ...endings(stage, began)],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function formation(stage: Stage, began: number, accepted: number): Life {
  return [
    customer(accepted - 3600_000, "contract.accepted", undefined, { capacity: "consumer", "in-form": "online" }),
    customer(accepted, "contract.accepted", undefined, { capacity: "professional", "in-form": "online", version: "boost-my-mail" }),
    desk(accepted + HOUR, "service.activated"),
    customer(stage.at(began + 1, "09:00"), "administrator.named", "A-1", { capacity: "officer" }),
    ...mailboxesAdded(stage, began + 2, [1, 11]),
    ...processing("T-1", stage.at(began + 4, "10:00"), undefined),
  ];
}

/** Days from receipt to payment, month after month. */
const habits = [0, 3, 0, 0, 12, 0, 5, 0, 0, 31, 0, 2, 0, 0, 0, 19, 0, 0];

function money(stage: Stage, began: number): Life {
  return range(0, 20).flatMap((months) => {
    const from = addMonths(began, months);
    const issued = addMonths(began, months + 1);
    const lateness = habits[months];
    const name = `ROS-${formatDay(from).slice(0, 7)}`;
    const paid = lateness === undefined ? undefined : issued + lateness;
    return invoiced(stage, { name, issued, amount: 2880, lines: [`fee/${formatDay(from)}`], by: "provider", paid });
  });
}

function disputes(stage: Stage): Life {
  const name = (months: number) => `ROS-${formatDay(stage.month(months)).slice(0, 7)}`;
  return [
    // Without a reason it is none; a day late it is none either.
    customer(stage.at(stage.month(-11, 4), "09:00"), "invoice.disputed", name(-12), { "in-form": "e-mail" }),
    customer(stage.at(stage.month(-11, 9), "09:00"), "invoice.disputed", name(-12), {
      "in-form": "e-mail",
      reason: "one licence too many",
    }),
    customer(stage.at(stage.month(-2, 17), "09:00"), "invoice.disputed", name(-3), {
      "in-form": "e-mail",
      reason: "price of the licences",
    }),
    desk(stage.at(stage.month(-5, 12), "10:00"), "recovery-cost.incurred", name(-7), { amount: "60.00 EUR", reasonable: "yes" }),
  ];
}

function care(stage: Stage): Life {
  return [
    ...handledIncidents(stage, "rostaing", 6, [-20, -1], 20),
    ...incident({ id: "I-91", received: stage.ago(46.5), severity: "important", acknowledged: 5 }),
    ...incident({ id: "I-92", received: stage.ago(30), severity: "urgent", acknowledged: 4, representative: 5.5, diagnosed: 21 }),
    ...question("T-1", stage.at(stage.monthWorking(-9, 8), "12:30"), stage.at(stage.monthWorking(-9, 8), "15:00")),
    ...supportAccess("G-1", stage.at(stage.monthWorking(-6, 11), "10:00"), 2, { overstayed: true }),
    ...ungrantedAccess("G-2", stage.at(stage.working(-5), "16:00")),
    ...supportAccess("G-3", stage.ago(5), 9),
  ];
}

function endings(stage: Stage, began: number): Life {
  const end = addMonths(began, 12);
  return [
    // The provider wrote a minute too late, once; and so the second year began.
    desk(stage.at(addMonths(end, -1), "00:01"), "termination.notified", undefined, { under: "provider-exit", "in-form": "e-mail" }),
    desk(stage.at(addMonths(end, -1) + 3, "11:00"), "price.announced", undefined, { price: "2.60 EUR" }),
  ];
}
