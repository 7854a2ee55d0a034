import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { handledIncidents, incident } from "../incidents.ts";
import { monthlyInvoices } from "../invoices.ts";
import { order } from "../orders.ts";
import { question } from "../people.ts";
import { range } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk } from "../voices.ts";

/** The foundry: it asked to have its data back, which is owed in three days, and a warning runs out at the end of the week. */
export function astrucBaas(stage: Stage): Plan {
  const began = stage.month(-20);
  const accepted = stage.at(began, "11:15");
  const failed = [stage.month(-13, 18), stage.month(-3, 7)];
  const backups = { seed: "astruc", of: "machines" as const, from: began, failed };
  return {
    key: "astruc-baas",
    customer: "astruc",
    drafted: accepted - 15 * 24 * HOUR,
    particulars: order(
      "SAUV-0211",
      "astruc",
      ["backup-as-a-service", "maintenance"],
      {
        "term.initial": "3 years",
        "term.renewal": "1 year",
        "fee.price": "620.00 EUR",
        "fee.every": "month",
        "fee.billed": "in advance",
        "scheduled-backup.every": "day",
        "machines.at-most": "40",
        "history.after": "90 days",
        "restore-charge.amount": "60 EUR",
        "recovery.within": "15 days",
        "destruction.within": "1 month",
      },
      {
        order: {
          "definitions annex": "filed",
          "terms-of-sale annex": "filed",
          "particular terms": "signed",
          "order form": "signed",
          documentation: "user documentation, v3",
        },
      },
    ),
    life: [...formation(stage, accepted), ...places(stage), ...conduct(stage), ...care(stage), ...money(stage)],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function formation(stage: Stage, accepted: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "backup-as-a-service" }),
    ...range(1, 24).flatMap((n) => [
      customer(accepted + n * 60_000, "machine.designated", `W-${n}`),
      desk(accepted + 3 * HOUR + n * 300_000, "agent.installed", `W-${n}`),
    ]),
    desk(accepted + 8 * HOUR, "service.activated"),
    desk(stage.at(stage.dayOf(accepted) + 6, "10:00"), "skills.handed-over"),
    customer(stage.at(stage.working(-1), "11:00"), "machine.designated", "W-25"),
  ];
}

function places(stage: Stage): Life {
  const asked = stage.at(stage.monthWorking(-9, 5), "09:00");
  return [
    desk(stage.at(stage.month(-20, 1), "12:00"), "data.placed", "P-1", { country: "FR" }),
    desk(stage.at(stage.monthWorking(-10, 5), "09:00"), "data.placed", "P-2", { country: "DE" }),
    desk(asked, "relocation.requested", "P-3", { country: "DE" }),
    customer(asked + 29 * HOUR, "relocation.agreed", "P-3", { "in-form": "e-mail" }),
    desk(asked + 72 * HOUR, "data.placed", "P-3", { country: "DE" }),
    desk(stage.at(stage.working(-8), "10:00"), "relocation.requested", "P-4", { country: "BE" }),
    desk(stage.at(stage.monthWorking(-6, 4), "09:00"), "health-hosting.started", "H-1", { ordered: "yes" }),
  ];
}

function conduct(stage: Stage): Life {
  const warned = stage.friday - 30; // within thirty days, its own day left out
  return [
    customer(stage.at(stage.monthWorking(-12, 11), "10:00"), "visit.made", "V-1"),
    desk(stage.at(stage.monthWorking(-12, 16), "10:00"), "visit.invited", "V-2"),
    customer(stage.at(stage.monthWorking(-12, 18), "14:00"), "visit.made", "V-2"),
    desk(stage.at(warned - 1, "09:00"), "warning.sent", "F-1", { severity: "ordinary", clause: "acceptable-use" }),
    desk(stage.at(warned, "10:00"), "warning.sent", "F-2", { severity: "ordinary", clause: "acceptable-use", reason: "unsolicited mail" }),
    customer(stage.at(stage.day(-12), "10:00"), "reversibility.notified", "R-1", { choice: "recovery" }),
    desk(stage.at(stage.monthWorking(-5, 3), "03:00"), "service.suspended", "X-1", { ground: "danger" }),
    desk(stage.at(stage.monthWorking(-5, 3), "05:10"), "service.resumed", "X-1"),
    customer(stage.at(stage.monthWorking(-4, 6), "10:00"), "assignment.made", "A-1", { kind: "licence" }),
  ];
}

function care(stage: Stage): Life {
  return [
    ...handledIncidents(stage, "astruc", 8, [-19, -1], 20),
    ...incident({ id: "I-91", received: stage.ago(4.5), severity: "critical", acknowledged: 0.8 }),
    ...question("S-1", stage.at(stage.monthWorking(-11, 7), "10:00"), stage.at(stage.monthWorking(-11, 7), "16:20")),
    desk(stage.at(stage.monthWorking(-2, 9), "15:00"), "work.done", "W-9", { amount: "180.00 EUR", cause: "mishandling" }),
    desk(stage.at(stage.working(-2), "11:00"), "quote.sent", "Q-7", { amount: "1450.00 EUR", for: "restore" }),
    desk(stage.at(stage.working(-9), "11:00"), "information.requested", "I-77"),
  ];
}

function money(stage: Stage): Life {
  return monthlyInvoices(stage, {
    prefix: "AST",
    months: [-20, 0],
    amount: () => 62_000,
    fee: "fee",
    by: "provider",
    within: 45,
    lateness: new Map<number, number | "never">([
      [-17, 71],
      [-1, "never"],
      [0, "never"],
    ]),
  });
}
