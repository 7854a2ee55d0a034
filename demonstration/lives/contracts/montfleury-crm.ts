import { addMonths, formatDay } from "#kernel/time/day.ts";
import { HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { monthlyInvoices } from "../invoices.ts";
import { order } from "../orders.ts";
import { range, seat, seatsAssigned } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk, gate, user, voice } from "../voices.ts";

const anyone = voice("third-party", "desk");

/** The estate agency: month by month for two years, and a new price that it may refuse until Friday. */
export function montfleuryCrm(stage: Stage): Plan {
  const accepted = stage.at(stage.month(-22), "11:00");
  const backups = {
    seed: "montfleury",
    of: "platform" as const,
    from: stage.month(-22),
    failed: [stage.month(-13, 6), stage.month(-2, 27)],
  };
  return {
    key: "montfleury-crm",
    customer: "montfleury",
    drafted: accepted - 2 * 24 * HOUR,
    particulars: order(
      "CRM-0077",
      "montfleury",
      ["crm-and-data"],
      {
        "users.at-most": "15",
        "fee.price": "39.00 EUR",
        "fee.due": "30 days",
        "access-setup.within": "5 working days",
        "restore-test.every": "month",
        "own-data-request.within": "1 month",
        "data-copy.within": "30 days",
        "copy-delivery.within": "10 days",
      },
      { order: { "telephone support contract": "none", "partners' terms": "filed" } },
    ),
    life: [...formation(stage, accepted), ...doors(stage), ...money(stage), ...care(stage)],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function formation(stage: Stage, accepted: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "crm-and-data" }),
    desk(accepted + 3 * HOUR, "service.activated"),
    ...seatsAssigned(stage, stage.monthWorking(-22, 3), [1, 14], customer),
  ];
}

function doors(stage: Stage): Life {
  const at = (months: number, nth: number, clock: string) => stage.at(stage.monthWorking(months, nth), clock);
  return [
    ...[1, 2, 3, 4].map((n) => gate(at(-21, 2 + n, "08:50"), "user.signed-in", seat(n), { encrypted: "yes" })),
    gate(at(-17, 6, "09:10"), "user.signed-in", seat(5), { encrypted: "no" }),
    gate(at(-14, 9, "09:10"), "user.signed-in", seat(16), { encrypted: "yes" }),
    customer(at(-14, 9, "10:00"), "seat.assigned", seat(15)),
    customer(at(-14, 10, "10:00"), "seat.assigned", seat(16)),
    user(at(-11, 12, "19:20"), "support.requested", "T-1", { channel: "telephone" }),
    user(at(-6, 12, "10:20"), "support.requested", "T-2", { channel: "telephone" }),
    // Reported at night; the letter first by e-mail, then as it must be.
    user(at(-9, 15, "22:00"), "unauthorised-access.reported", "A-1"),
    customer(at(-9, 16, "09:00"), "fraud-letter.sent", "A-1", { "in-form": "e-mail" }),
    customer(at(-9, 16, "16:00"), "fraud-letter.sent", "A-1", { "in-form": "registered letter" }),
    user(stage.ago(26), "unauthorised-access.reported", "A-2"),
    desk(at(-5, 7, "10:00"), "upload.scanned", "P-1", { infected: "yes" }),
    anyone(at(-5, 7, "10:01"), "upload.stored", "P-1", { clean: "no" }),
    user(at(-2, 4, "11:30"), "call.placed", "C-1", { called: "consumer", contract: "no" }),
    user(at(-1, 9, "20:40"), "call.placed", "C-2", { called: "consumer", contract: "yes" }),
    user(at(-1, 9, "11:40"), "call.placed", "C-3", { called: "consumer", contract: "yes" }),
  ];
}

function money(stage: Stage): Life {
  return [
    ...monthlyInvoices(stage, {
      prefix: "CRM",
      months: [-22, 0],
      amount: () => 58_500,
      fee: "fee",
      by: "provider",
      within: 30,
      lateness: new Map<number, number | "never">([
        [-12, 50],
        [-7, 33],
        [0, "never"],
      ]),
    }),
    // Announced a month before Friday: refused by then, or accepted.
    desk(stage.at(addMonths(stage.friday, -1), "10:00"), "price.announced", undefined, { price: "42.00 EUR" }),
    desk(stage.at(stage.monthWorking(-10, 14), "17:00"), "work.done", "W-1", { amount: "650.00 EUR" }),
    desk(stage.at(stage.monthWorking(-8, 20), "10:00"), "work.started", "W-2", { place: "customer" }),
  ];
}

function care(stage: Stage): Life {
  const tests = range(-22, -1).filter((months) => months !== -11);
  return [
    ...tests.map((months) =>
      desk(stage.at(stage.monthWorking(months, 18), "10:00"), "restore-test.done", `RT-${formatDay(stage.month(months)).slice(0, 7)}`, {
        success: "yes",
      }),
    ),
    anyone(stage.at(stage.monthWorking(-13, 3), "10:00"), "subject-request.received", "Q-1", { right: "access", on: "provider" }),
    desk(stage.at(stage.monthWorking(-13, 20), "10:00"), "subject-request.answered", "Q-1"),
    // One month to answer; it ends tomorrow.
    anyone(stage.at(addMonths(stage.day(1), -1), "09:00"), "subject-request.received", "Q-2", { right: "access", on: "provider" }),
    desk(stage.at(stage.monthWorking(-7, 10), "14:00"), "update.released", "V-2", { substantial: "yes" }),
    customer(stage.at(stage.monthWorking(-6, 4), "09:00"), "update.agreed", "V-3"),
    desk(stage.at(stage.monthWorking(-6, 6), "14:00"), "update.released", "V-3", { substantial: "yes" }),
    desk(stage.at(stage.monthWorking(-4, 2), "11:00"), "copy.made", "K-2", { reason: "marketing" }),
  ];
}
