import { formatDay } from "#kernel/time/day.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import type { Plan } from "../happening.ts";
import { incident } from "../incidents.ts";
import { invoiced, monthlyInvoices } from "../invoices.ts";
import { order, serviceLevels, uloaFilings } from "../orders.ts";
import { question } from "../people.ts";
import { mailboxesAdded, range, seatsAssigned } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk } from "../voices.ts";

/** The winegrowers' order: composed two days ago by their distributor, and not accepted yet. */
export function chasteletUloa(stage: Stage): Plan {
  const starts = stage.month(1);
  return {
    key: "chastelet-uloa",
    customer: "chastelet",
    drafted: stage.at(stage.working(-2), "17:30"),
    particulars: order(
      "ULOA-0068",
      "chastelet",
      ["uloa", "service-levels", "maintenance"],
      {
        "term.starts": formatDay(starts),
        "term.initial": "1 year",
        "term.renewal": "1 year",
        "seats.at-most": "8",
        "subscription.price": "25.50 EUR",
        "subscription.every": "month",
        "subscription.billed": "in advance",
        "support-answer.within": "8 hours",
        "availability-damages.at-most": "2000 EUR",
        ...serviceLevels,
      },
      { order: uloaFilings },
    ),
    life: [],
    routine: () => [],
  };
}

/** The joinery's second contract, accepted last week: what begins is owed by both. */
export function kerlannBoost(stage: Stage): Plan {
  const began = stage.working(-5);
  const accepted = stage.at(began, "10:40");
  const backups = { seed: "kerlann mail", of: "platform" as const, from: began };
  return {
    key: "kerlann-boost",
    customer: "kerlann",
    drafted: stage.at(stage.working(-9), "16:00"),
    particulars: order(
      "BMM-0171",
      "kerlann",
      ["boost-my-mail", "maintenance"],
      {
        "licences.at-most": "14",
        "fee.price": "23.40 EUR",
        "fee.overuse": "2.50 EUR per month",
      },
      {
        order: { billing: "annual", "mail-client": "Outlook", tariffs: "public tariffs, 2026-01", documentation: "user documentation, v5" },
      },
    ),
    life: [
      customer(accepted, "contract.accepted", undefined, { capacity: "professional", "in-form": "online", version: "boost-my-mail" }),
      desk(accepted + HOUR, "service.activated"),
      customer(accepted + 2 * HOUR, "administrator.named", "A-1", { capacity: "employee" }),
      ...mailboxesAdded(stage, stage.working(-2), [1, 9]),
      desk(accepted + 4 * HOUR, "directory.requested"),
      customer(accepted + 5 * HOUR, "instruction.given", "T-1", { "in-form": "e-mail" }),
      desk(stage.ago(22), "processing.started", "T-1"),
      ...invoiced(stage, { name: "BMM-KER-1", issued: stage.today, amount: 32_760, lines: [`fee/${formatDay(began)}`], by: "provider" }),
      ...question("T-1", stage.ago(4.4), undefined),
    ],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

/** The laboratory's backups, seven months old: nothing has gone wrong yet. */
export function vaubrunBaas(stage: Stage): Plan {
  const began = stage.month(-7);
  const accepted = stage.at(began, "10:00");
  const backups = { seed: "vaubrun machines", of: "machines" as const, from: began };
  return {
    key: "vaubrun-baas",
    customer: "vaubrun",
    drafted: accepted - 5 * 24 * HOUR,
    particulars: order(
      "SAUV-0230",
      "vaubrun",
      ["backup-as-a-service"],
      {
        "term.initial": "1 year",
        "term.renewal": "1 year",
        "fee.price": "210.00 EUR",
        "fee.every": "month",
        "fee.billed": "in advance",
        "scheduled-backup.every": "day",
        "machines.at-most": "10",
        "history.after": "30 days",
        "restore-charge.amount": "45 EUR",
        "recovery.within": "15 days",
        "destruction.within": "1 month",
      },
      { order: { "definitions annex": "filed", "terms-of-sale annex": "filed", "particular terms": "signed", "order form": "signed" } },
    ),
    life: [
      customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "backup-as-a-service" }),
      ...range(1, 9).flatMap((n) => [
        customer(accepted + n * 60_000, "machine.designated", `W-${n}`),
        desk(accepted + 2 * HOUR + n * 300_000, "agent.installed", `W-${n}`),
      ]),
      desk(accepted + 6 * HOUR, "service.activated"),
      desk(accepted + 54 * HOUR, "skills.handed-over"),
      ...monthlyInvoices(stage, {
        prefix: "SVA",
        months: [-7, 0],
        amount: () => 21_000,
        fee: "fee",
        by: "provider",
        within: 30,
        lateness: new Map<number, "never">([[0, "never"]]),
      }),
    ],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

/** The foundry's customer files: given up by registered letter, gone in nine days. */
export function astrucCrm(stage: Stage): Plan {
  const accepted = stage.at(stage.month(-14), "14:00");
  const backups = { seed: "astruc crm", of: "platform" as const, from: stage.month(-14) };
  const written = stage.day(-21);
  return {
    key: "astruc-crm",
    customer: "astruc",
    drafted: accepted - 24 * HOUR,
    particulars: order(
      "CRM-0085",
      "astruc",
      ["crm-and-data", "maintenance"],
      {
        "users.at-most": "6",
        "fee.price": "41.00 EUR",
        "fee.due": "30 days",
        "access-setup.within": "5 working days",
        "data-copy.within": "30 days",
        "copy-delivery.within": "10 days",
      },
      { order: { "telephone support contract": "none", "partners' terms": "filed", documentation: "user documentation, v7" } },
    ),
    life: [
      customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "crm-and-data" }),
      // Promised within five working days, opened on the ninth.
      desk(stage.at(stage.monthWorking(-14, 13), "10:00"), "service.activated"),
      ...seatsAssigned(stage, stage.monthWorking(-14, 14), [1, 5], customer),
      ...monthlyInvoices(stage, {
        prefix: "CAS",
        months: [-14, 0],
        amount: () => 24_600,
        fee: "fee",
        by: "provider",
        within: 30,
        lateness: new Map<number, "never">([[0, "never"]]),
      }),
      ...incident({
        id: "I-1",
        received: stage.at(stage.monthWorking(-6, 15), "19:10"),
        severity: "urgent",
        acknowledged: 8,
        diagnosed: 20,
        corrected: 44,
      }),
      customer(stage.at(written - 3, "09:00"), "termination.notified", undefined, { under: "customer-exit", "in-form": "e-mail" }),
      customer(stage.at(written, "11:00"), "termination.notified", undefined, { under: "customer-exit", "in-form": "registered letter" }),
    ],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}
