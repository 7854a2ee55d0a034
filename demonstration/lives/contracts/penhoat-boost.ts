import { addMonths, formatDay } from "#kernel/time/day.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { invoiced } from "../invoices.ts";
import { order, serviceLevels } from "../orders.ts";
import { question } from "../people.ts";
import { mailboxesAdded } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { administrator, customer, desk } from "../voices.ts";

/** The biscuit makers: their second year is not paid, the service is suspended, and nobody can say yet what the delay costs. */
export function penhoatBoost(stage: Stage): Plan {
  const began = addMonths(stage.day(-34), -12);
  const accepted = stage.at(began, "10:20");
  const backups = { seed: "penhoat", of: "platform" as const, from: began };
  return {
    key: "penhoat-boost",
    customer: "penhoat",
    drafted: accepted - 24 * HOUR,
    particulars: order(
      "BMM-0156",
      "penhoat",
      ["boost-my-mail", "service-levels"],
      {
        "licences.at-most": "25",
        "fee.price": "23.00 EUR",
        ...serviceLevels,
      },
      { order: { billing: "annual", tariffs: "public tariffs, 2025-01" } },
    ),
    life: [...formation(stage, began, accepted), ...money(stage, began), ...care(stage)],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function formation(stage: Stage, began: number, accepted: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { capacity: "professional", "in-form": "online", version: "boost-my-mail" }),
    desk(accepted + HOUR, "service.activated"),
    customer(stage.at(began + 1, "09:00"), "administrator.named", "A-1", { capacity: "employee" }),
    ...mailboxesAdded(stage, began + 3, [1, 24]),
    administrator(stage.at(began + 4, "10:00"), "mailbox.added", "M-90", { alias: "yes" }),
  ];
}

function money(stage: Stage, began: number): Life {
  const renewed = addMonths(began, 12);
  const [first, second] = [`PEN-${formatDay(began).slice(0, 4)}`, `PEN-${formatDay(renewed).slice(0, 4)}`];
  return [
    ...invoiced(stage, {
      name: first,
      issued: began + 1,
      amount: 57_500,
      lines: [`fee/${formatDay(began)}`],
      by: "provider",
      paid: began + 1,
    }),
    ...invoiced(stage, { name: second, issued: renewed + 2, amount: 57_500, lines: [`fee/${formatDay(renewed)}`], by: "provider" }),
    desk(stage.at(stage.day(-15), "10:00"), "notice.sent", second, {
      "in-form": "registered letter",
      prepares: "suspension",
      article: "7",
      under: "payment-suspension",
    }),
    desk(stage.at(stage.day(-9), "10:00"), "service.suspended", second, { ground: "non-payment", reason: "invoice unpaid" }),
  ];
}

function care(stage: Stage): Life {
  const bad = formatDay(stage.month(-6)).slice(0, 7);
  return [
    // Its terms promise no availability, whatever the annex says: there is nothing to claim.
    customer(stage.at(stage.monthWorking(-5, 12), "10:00"), "credit.claimed", bad),
    ...question("T-1", stage.at(stage.monthWorking(-8, 5), "09:30"), stage.at(stage.monthWorking(-8, 5), "11:10")),
    ...question("T-2", stage.at(stage.working(-2), "15:00"), undefined),
  ];
}
