import { addMonths, formatDay } from "#kernel/time/day.ts";
import { formatInstant, HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import type { Life, Plan } from "../happening.ts";
import { invoiced } from "../invoices.ts";
import { order } from "../orders.ts";
import { breach, processing, question, subjectRequest, supportAccess } from "../people.ts";
import { mailboxesAdded } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { administrator, customer, desk, gate, user, voice } from "../voices.ts";

const thirdParty = voice("third-party", "desk");

/** The printer: forty mailboxes, a third year to come, and on Friday evening the last chance to change its price. */
export function delorgeBoost(stage: Stage): Plan {
  // The year ends a month after Friday's midnight, so that what must be said a month before must be said by then.
  const end = addMonths(stage.friday + 1, 1);
  const began = addMonths(end, -24);
  const accepted = stage.at(began, "14:30");
  const backups = { seed: "delorge", of: "platform" as const, from: began, failed: [addMonths(began, 7) + 3, addMonths(began, 16) + 11] };
  return {
    key: "delorge-boost",
    customer: "delorge",
    drafted: accepted - 3 * HOUR,
    particulars: order(
      "BMM-0118",
      "delorge",
      ["boost-my-mail"],
      {
        "licences.at-most": "40",
        "fee.price": "21.60 EUR",
        "fee.overuse": "2.50 EUR per month",
      },
      { order: { billing: "annual", "mail-client": "Outlook", tariffs: "public tariffs, 2024-10" } },
    ),
    life: [
      ...formation(stage, began, accepted),
      ...licences(stage, began),
      ...money(stage, began),
      ...data(stage, began),
      ...care(stage, began),
    ],
    routine: (from, until) => dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
  };
}

function formation(stage: Stage, began: number, accepted: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { version: "boost-my-mail", capacity: "professional", "in-form": "online" }),
    desk(accepted + HOUR, "service.activated"),
    customer(stage.at(began + 1, "09:00"), "administrator.named", "A-1", { capacity: "employee" }),
    customer(stage.at(began + 1, "09:05"), "administrator.named", "A-2", { capacity: "other" }),
    customer(stage.at(began + 13, "16:00"), "add-in.installed"),
    desk(stage.at(began + 2, "10:00"), "directory.requested"),
    customer(stage.at(began + 5, "11:00"), "directory.delivered", undefined, { format: "CSV" }),
  ];
}

function licences(stage: Stage, began: number): Life {
  const second = addMonths(began, 15);
  return [
    ...mailboxesAdded(stage, began + 6, [1, 38]),
    ...mailboxesAdded(stage, addMonths(began, 4), [39, 40]),
    administrator(stage.at(addMonths(began, 9), "18:00"), "mailbox.removed", "M-12"),
    administrator(stage.at(addMonths(began, 9) + 1, "09:00"), "mailbox.added", "M-41"),
    // Two too many: put right by a notice of more.
    administrator(stage.at(second, "09:00"), "mailbox.added", "M-42"),
    administrator(stage.at(second, "09:05"), "mailbox.added", "M-43"),
    customer(stage.at(second + 2, "10:00"), "increase.notified", "M-42", { quantity: "42" }),
    customer(stage.at(second + 2, "10:01"), "increase.notified", "M-43", { quantity: "42" }),
    // And one these days, which nobody has put right yet.
    administrator(stage.at(stage.working(-6), "11:30"), "mailbox.added", "M-44"),
    administrator(stage.at(stage.working(-40), "10:00"), "signature.published", "S-7"),
    customer(stage.at(stage.working(-40), "11:00"), "signature.published", "S-8"),
  ];
}

function money(stage: Stage, began: number): Life {
  const renewed = addMonths(began, 12);
  const year = (day: number) => formatDay(day).slice(0, 4);
  return [
    ...invoiced(stage, {
      name: `BMM-${year(began)}`,
      issued: began + 1,
      amount: 86_400,
      lines: [`fee/${formatDay(began)}`],
      by: "provider",
      paid: began + 1,
    }),
    // Told in time, the new price applies from the renewal.
    desk(stage.at(addMonths(renewed, -1) - 9, "10:00"), "price.announced", undefined, { price: "22.80 EUR" }),
    ...invoiced(stage, {
      name: `BMM-${year(renewed)}`,
      issued: renewed + 1,
      amount: 91_200,
      lines: [`fee/${formatDay(renewed)}`],
      by: "provider",
      paid: renewed + 20,
      also: [{ cents: 4000, what: `interest/BMM-${year(renewed)}` }],
    }),
    ...invoiced(stage, {
      name: "BMM-ADD-1",
      issued: addMonths(began, 15) + 3,
      amount: 3420,
      by: "provider",
      paid: addMonths(began, 15) + 3,
    }),
    // A quote waits for its answer.
    desk(stage.at(stage.working(-4), "15:00"), "quote.sent", "Q-2", { amount: "640.00 EUR", for: "templates" }),
    desk(stage.at(addMonths(began, 10), "10:00"), "work.started", "Q-1"),
  ];
}

function data(stage: Stage, began: number): Life {
  const engaged = addMonths(began, 11);
  const notice = (id: string, at: number, name: string, part: string) => [
    desk(at, "subprocessor.announced", id, { "in-form": "e-mail", name, part, contract: "one year" }),
    customer(at + 2 * HOUR, "subprocessor.notice-received", id, { name, part, contract: "one year" }),
  ];
  return [
    ...processing("T-1", stage.at(began + 3, "09:00"), 30),
    customer(stage.at(addMonths(began, 2), "11:00"), "instruction.given", "T-2", { "in-form": "telephone" }),
    // Engaged two days before silence would have been consent, and again once it was.
    ...notice("SP-1", stage.at(engaged, "09:00"), "Nuage du Ponant", "hosting"),
    desk(stage.at(engaged + 13, "09:00"), "subprocessor.engaged", "SP-1"),
    desk(stage.at(engaged + 17, "09:00"), "subprocessor.engaged", "SP-1"),
    ...notice("SP-2", stage.at(stage.day(-12), "10:00"), "Brume Courriel", "e-mail delivery"),
    ...subjectRequest("DSR-1", stage.at(addMonths(began, 8), "10:00"), [20, 45, 70]),
    ...subjectRequest("DSR-2", stage.ago(17), []),
    thirdParty(stage.at(addMonths(stage.today, -1) + 2, "15:00"), "subject-request.received", "DSR-3", {
      right: "rectification",
      on: "provider",
    }),
    ...breach("V-1", stage.at(addMonths(began, 14), "10:00"), 40),
    ...breach("V-2", stage.ago(29), undefined),
    customer(stage.at(addMonths(began, 17), "09:00"), "audit.announced", "A-1"),
    desk(stage.at(addMonths(began, 17) + 3, "09:00"), "auditor.agreed", "A-1"),
    thirdParty(stage.at(addMonths(began, 17) + 8, "09:00"), "audit.confidentiality-signed", "A-1"),
    thirdParty(stage.at(addMonths(began, 17) + 12, "09:00"), "audit.started", "A-1", { auditor: "independent" }),
    thirdParty(stage.at(addMonths(began, 17) + 18, "09:00"), "audit.started", "A-1", { auditor: "independent" }),
    thirdParty(stage.at(addMonths(began, 18), "09:00"), "audit.reported", "A-1", { fault: "yes", cost: "2400.00 EUR" }),
    desk(stage.at(addMonths(began, 18) + 9, "09:00"), "audit.remedied", "A-1"),
  ];
}

function care(stage: Stage, began: number): Life {
  const maintained = stage.at(addMonths(began, 13), "22:00");
  return [
    ...question("T-1", stage.at(stage.working(-300), "10:00"), stage.at(stage.working(-300), "14:20")),
    user(stage.at(stage.working(-120), "10:00"), "support.requested", "T-2", { channel: "phone" }),
    ...question("T-3", stage.ago(4), undefined),
    ...supportAccess("G-1", stage.at(stage.working(-90), "09:00"), 6),
    gate(stage.at(stage.working(-3), "08:40"), "unauthorised-access.reported", "X-1"),
    desk(stage.at(stage.working(-3), "08:52"), "lock.applied", "X-1"),
    administrator(stage.at(stage.working(-3), "09:05"), "lock.agreed", "X-1"),
    desk(stage.at(stage.working(-3), "09:06"), "lock.applied", "X-1"),
    desk(maintained - 30 * HOUR, "maintenance.announced", "W-1", { starts: formatInstant(maintained) }),
    desk(maintained, "maintenance.started", "W-1", { planned: "yes" }),
    desk(stage.ago(20), "maintenance.announced", "W-2", { starts: formatInstant(stage.ago(20) + 50 * HOUR) }),
    desk(stage.at(addMonths(began, 6), "10:00"), "publication.made", "R-1", { kind: "reference" }),
  ];
}
