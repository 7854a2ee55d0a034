import { formatDay } from "#kernel/time/day.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups, toldOfFailure } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { invoiced, monthlyInvoices } from "../invoices.ts";
import { order } from "../orders.ts";
import { question } from "../people.ts";
import { range } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { administrator, customer, desk } from "../voices.ts";

/** The veterinary clinic: twelve machines, a copy each night, and some nights without. */
export function salinesBaas(stage: Stage): Plan {
  const began = stage.month(-23);
  const accepted = stage.at(began, "09:30");
  const failed = [stage.month(-19, 9), stage.month(-12, 24), stage.month(-12, 25), stage.month(-4, 2), stage.today - 1];
  const changed = new Map([
    [stage.month(-15, 12), "6.2 %"],
    [stage.day(-9), "7.8 %"],
  ]);
  const backups = { seed: "salines", of: "machines" as const, from: began, failed, changed };
  return {
    key: "salines-baas",
    customer: "salines",
    drafted: accepted - 9 * 24 * HOUR,
    particulars: order(
      "SAUV-0203",
      "salines",
      ["backup-as-a-service"],
      {
        "term.initial": "1 year",
        "term.renewal": "1 year",
        "fee.price": "145.00 EUR",
        "fee.every": "month",
        "fee.billed": "in advance",
        "scheduled-backup.every": "day",
        "machines.at-most": "12",
        "history.after": "30 days",
        "restore-charge.amount": "45 EUR",
        "recovery.within": "15 days",
        "destruction.within": "1 month",
        "re-evaluation.within": "10 working days",
      },
      { order: { "definitions annex": "filed", "terms-of-sale annex": "filed", "particular terms": "signed", "order form": "signed" } },
    ),
    life: [...formation(stage, accepted), ...nights(stage, failed), ...restores(stage), ...money(stage)],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function formation(stage: Stage, accepted: number): Life {
  const day = stage.dayOf(accepted);
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "backup-as-a-service" }),
    ...range(1, 12).flatMap((n) => [
      customer(accepted + n * 60_000, "machine.designated", `W-${n}`),
      desk(accepted + 4 * HOUR + n * 600_000, "agent.installed", `W-${n}`),
    ]),
    desk(accepted + 7 * HOUR, "service.activated"),
    desk(stage.at(day + 2, "15:00"), "skills.handed-over"),
    desk(accepted + HOUR, "data.placed", "P-1", { country: "FR" }),
    // A thirteenth, once another has gone: withdrawing one makes no room.
    customer(stage.at(stage.monthWorking(-11, 6), "10:00"), "machine.withdrawn", "W-3"),
    customer(stage.at(stage.monthWorking(-11, 6), "10:02"), "machine.designated", "W-13"),
    customer(stage.at(stage.monthWorking(-22, 8), "10:05"), "source.protected", "Q-1", { source: "sql-server" }),
    customer(stage.at(stage.monthWorking(-22, 8), "10:15"), "source.protected", "Q-2", { source: "postgresql" }),
    administrator(stage.at(stage.monthWorking(-10, 3), "18:10"), "console.used", "N-1", { action: "restore-server" }),
    customer(stage.at(stage.monthWorking(-9, 17), "16:40"), "configuration.changed", "CFG-4"),
  ];
}

function nights(stage: Stage, failed: readonly number[]): Life {
  const pruned = stage.day(-9);
  return [
    ...failed.slice(0, -1).flatMap((day, n) => toldOfFailure(stage, day, 10 + 5 * n)),
    desk(stage.at(stage.month(-15, 20), "10:00"), "sizing.revised", `K-${formatDay(stage.month(-15, 12))}`),
    // Dropped from the history while its thirty days were still running.
    desk(stage.at(pruned, "03:00"), "backup.pruned", `K-${formatDay(stage.day(-30))}`),
    ...question("S-1", stage.at(stage.monthWorking(-13, 4), "09:10"), stage.at(stage.monthWorking(-13, 4), "10:30")),
    ...question("S-2", stage.ago(6.2), undefined),
  ];
}

function restores(stage: Stage): Life {
  const asked = (id: string, at: number, cause: string, extent: string) => administrator(at, "restore.requested", id, { cause, extent });
  const file = stage.at(stage.monthWorking(-16, 5), "10:00");
  const hosted = stage.at(stage.monthWorking(-8, 11), "09:20");
  const server = stage.at(stage.monthWorking(-3, 18), "11:00");
  return [
    asked("R-1", file, "mishandling", "file"),
    desk(file + 0.7 * HOUR, "restore.done", "R-1"),
    asked("R-2", hosted, "hosted-equipment", "file"),
    desk(hosted + 2 * HOUR, "restore.done", "R-2"),
    asked("R-3", server, "mishandling", "server"),
    desk(server + 3 * HOUR, "quote.sent", "R-3", { amount: "480.00 EUR", for: "restore" }),
    customer(server + 5 * HOUR, "quote.accepted", "R-3", { amount: "480.00 EUR", for: "restore" }),
    desk(server + 26 * HOUR, "restore.done", "R-3"),
    desk(server + 29 * HOUR, "restore.verified", "R-3"),
    // Restored yesterday; the customer has not verified it yet.
    asked("R-4", stage.ago(23), "mishandling", "database"),
    desk(stage.ago(3), "restore.done", "R-4"),
    customer(stage.at(stage.monthWorking(-7, 6), "10:00"), "damages.claimed", "D-1", { amount: "1500.00 EUR", for: "data-loss" }),
  ];
}

function money(stage: Stage): Life {
  const paidAfter = stage.monthWorking(-16, 20);
  return [
    ...monthlyInvoices(stage, {
      prefix: "SAUV",
      months: [-23, 0],
      amount: () => 14_500,
      fee: "fee",
      by: "provider",
      within: 30,
      lateness: new Map<number, number | "never">([
        [-8, 55],
        [0, "never"],
      ]),
    }),
    ...invoiced(stage, {
      name: "SAUV-R-1",
      issued: stage.monthWorking(-16, 8),
      amount: 4500,
      lines: ["restore-charge/R-1"],
      by: "provider",
      within: 30,
      paid: paidAfter,
    }),
    ...invoiced(stage, {
      name: "SAUV-R-3",
      issued: stage.monthWorking(-2, 3),
      amount: 48_000,
      lines: ["quoted-restore-charge/R-3"],
      by: "provider",
      within: 30,
    }),
  ];
}
