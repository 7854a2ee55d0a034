import { addMonths, formatDay } from "#kernel/time/day.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups, toldOfFailure } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { invoiced } from "../invoices.ts";
import { order } from "../orders.ts";
import { question } from "../people.ts";
import { mailboxesAdded, range } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk } from "../voices.ts";

/** The growers leave: their backups ended last week, and ten working days are left to delete them. */
export function arizeBaas(stage: Stage): Plan {
  const end = stage.day(-6);
  const began = addMonths(end, -12);
  const accepted = stage.at(began, "09:00");
  const failed = [addMonths(end, -5) + 2];
  const backups = { seed: "arize", of: "machines" as const, from: began, until: end - 1, failed };
  const months = range(0, 11).map((month) => addMonths(began, month));
  return {
    key: "arize-baas",
    customer: "arize",
    drafted: accepted - 7 * 24 * HOUR,
    particulars: order(
      "SAUV-0219",
      "arize",
      ["backup-as-a-service"],
      {
        "term.initial": "1 year",
        "term.renewal": "none",
        "fee.price": "96.00 EUR",
        "fee.every": "month",
        "fee.billed": "in advance",
        "scheduled-backup.every": "day",
        "machines.at-most": "5",
        "history.after": "30 days",
        "restore-charge.amount": "45 EUR",
        "recovery.within": "15 days",
        "destruction.within": "10 days",
      },
      { order: { "definitions annex": "filed", "terms-of-sale annex": "filed", "particular terms": "signed", "order form": "signed" } },
    ),
    life: [
      customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "backup-as-a-service" }),
      ...range(1, 5).flatMap((n) => [
        customer(accepted + n * 60_000, "machine.designated", `W-${n}`),
        desk(accepted + 2 * HOUR + n * 300_000, "agent.installed", `W-${n}`),
      ]),
      desk(accepted + 6 * HOUR, "service.activated"),
      desk(accepted + 54 * HOUR, "skills.handed-over"),
      ...toldOfFailure(stage, failed[0]!),
      ...months.flatMap((from, n) => {
        const name = `ARI-${formatDay(from).slice(0, 7)}`;
        return invoiced(stage, {
          name,
          issued: from + 1,
          amount: 9600,
          lines: [`fee/${formatDay(from)}`],
          by: "provider",
          within: 30,
          paid: from + (n === 7 ? 49 : 26),
        });
      }),
      customer(stage.at(stage.day(-16), "10:00"), "reversibility.notified", "R-1", { choice: "destruction" }),
    ],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

/** They closed their mail account in time; it ended twelve days ago, and for thirty days they may say what becomes of the data. */
export function arizeBoost(stage: Stage): Plan {
  const end = stage.day(-12);
  const began = addMonths(end, -24);
  const accepted = stage.at(began, "16:00");
  const backups = { seed: "arize mail", of: "platform" as const, from: began, until: end - 1, failed: [addMonths(end, -10)] };
  const second = addMonths(began, 12);
  return {
    key: "arize-boost",
    customer: "arize",
    drafted: accepted - 2 * HOUR,
    particulars: order(
      "BMM-0109",
      "arize",
      ["boost-my-mail"],
      {
        "licences.at-most": "18",
        "fee.price": "19.80 EUR",
        "data-destruction.within": "30 days",
        "data-hand-over.within": "15 days",
      },
      { order: { billing: "annual", tariffs: "public tariffs, 2024-01" } },
    ),
    life: [...mailLife(stage, began, accepted, end), ...[began, second].flatMap((from) => mailInvoice(stage, from))],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function mailLife(stage: Stage, began: number, accepted: number, end: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { capacity: "professional", "in-form": "online", version: "boost-my-mail" }),
    desk(accepted + HOUR, "service.activated"),
    customer(stage.at(began + 1, "09:00"), "administrator.named", "A-1", { capacity: "employee" }),
    ...mailboxesAdded(stage, began + 2, [1, 18]),
    ...question("T-1", stage.at(began + 33, "10:00"), stage.at(began + 33, "11:30")),
    customer(stage.at(addMonths(end, -3), "10:00"), "account.closed"),
    // Two days after the midnight at which it should have been closed at once.
    desk(stage.at(end + 2, "09:15"), "access.closed"),
    desk(stage.at(end + 5, "10:00"), "erasure.started"),
    // The last invoice came after the end; its fortnight to dispute it runs.
    ...invoiced(stage, { name: "BMM-ARI-LAST", issued: end + 4, amount: 2340, by: "provider", paid: end + 4 }),
  ];
}

function mailInvoice(stage: Stage, from: number): Life {
  const name = `BMM-ARI-${formatDay(from).slice(0, 4)}`;
  return invoiced(stage, { name, issued: from + 1, amount: 35_640, lines: [`fee/${formatDay(from)}`], by: "provider", paid: from + 1 });
}
