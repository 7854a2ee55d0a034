import { addMonths, formatDay } from "#kernel/time/day.ts";
import { formatInstant, HOUR } from "#kernel/time/instant.ts";
import { dailyBackups } from "../backups.ts";
import { type Counts, minutesCounted } from "../counts.ts";
import type { Life, Plan } from "../happening.ts";
import { invoiced } from "../invoices.ts";
import { order, serviceLevels, uloaFilings } from "../orders.ts";
import { question } from "../people.ts";
import { seat, seatsAssigned } from "../seats.ts";
import type { Stage } from "../stage.ts";
import { customer, desk, gate, reseller } from "../voices.ts";

/** The hauliers: eighteen months, not renewed. Their data may not be erased before the sixtieth day, which is the day after tomorrow. */
export function maheulUloa(stage: Stage): Plan {
  const end = stage.day(-58);
  const starts = addMonths(end, -18);
  const accepted = stage.at(starts - 20, "15:30");
  const counts: Counts = {
    seed: "maheul",
    since: stage.at(starts, "08:00"),
    until: stage.at(end, "00:00"),
    outages: [{ from: stage.at(addMonths(end, -5) + 3, "13:00"), minutes: 33 }],
  };
  const backups = {
    seed: "maheul",
    of: "platform" as const,
    from: stage.dayOf(accepted),
    until: end - 1,
    failed: [addMonths(end, -8) + 5],
  };
  return {
    key: "maheul-uloa",
    customer: "maheul",
    drafted: accepted - 4 * 24 * HOUR,
    particulars: order(
      "ULOA-0047",
      "maheul",
      ["uloa", "service-levels"],
      {
        "term.starts": formatDay(starts),
        "term.initial": "18 months",
        "term.renewal": "none",
        "seats.at-most": "6",
        "subscription.price": "26.00 EUR",
        "subscription.every": "quarter",
        "subscription.billed": "in advance",
        "support-answer.within": "8 hours",
        "availability-damages.at-most": "1500 EUR",
        "copy-delivery.within": "10 days",
        "erasure-completion.within": "90 days",
        ...serviceLevels,
      },
      { order: uloaFilings },
    ),
    life: [...running(stage, accepted, starts), ...money(stage, starts), ...leaving(stage, end)],
    routine: (from, until) => [
      ...dailyBackups(stage, backups, stage.dayOf(from), stage.dayOf(until)),
      ...minutesCounted(counts, from, until),
    ],
  };
}

function running(stage: Stage, accepted: number, starts: number): Life {
  return [
    customer(accepted, "contract.accepted", undefined, { "in-form": "writing", version: "uloa 2021-06" }),
    desk(stage.at(starts, "08:00"), "codes.issued"),
    reseller(stage.at(starts, "14:00"), "codes.handed-over"),
    customer(stage.at(starts + 1, "09:00"), "administrator.named", undefined, { capacity: "employee" }),
    ...seatsAssigned(stage, starts + 1, [1, 6]),
    desk(stage.at(starts + 200, "10:00"), "prerequisites.unmet", "P-1", { what: "browser" }),
    customer(stage.at(starts + 221, "10:00"), "prerequisites.met", "P-1"),
    ...question("S-1", stage.at(starts + 40, "10:00"), stage.at(starts + 40, "13:30"), "distributor"),
    ...question("S-2", stage.at(starts + 320, "11:00"), stage.at(starts + 322, "09:30"), "distributor"),
  ];
}

function money(stage: Stage, starts: number): Life {
  return [0, 3, 6, 9, 12, 15].flatMap((months) => {
    const from = addMonths(starts, months);
    const name = `MAH-${formatDay(from).slice(0, 7)}`;
    const paid = months === 15 ? undefined : from + (months === 9 ? 61 : 28);
    return invoiced(stage, {
      name,
      issued: from + 1,
      amount: 46_800,
      lines: [`subscription/${formatDay(from)}`],
      by: "distributor",
      within: 30,
      paid,
    });
  });
}

function leaving(stage: Stage, end: number): Life {
  return [
    // The first request went to the wrong door; the second came on the last evening but one.
    customer(stage.at(end - 9, "09:00"), "copy.requested", "C-1", { to: "provider", format: "SQL Server" }),
    customer(stage.at(end - 2, "19:40"), "copy.requested", "C-2", { to: "distributor", format: "SQL Server" }),
    gate(stage.at(end - 1, "17:50"), "user.signed-in", seat(2), { encrypted: "yes" }),
    desk(stage.at(end, "00:04"), "access.closed"),
    gate(stage.at(end, "08:20"), "user.signed-in", seat(2), { encrypted: "yes" }),
    customer(stage.at(end + 3, "10:00"), "copy.requested", "C-3", { to: "distributor" }),
    desk(stage.at(end + 11, "16:00"), "copy.delivered", "C-2", { format: "SQL Server" }),
    // Somebody began to erase three weeks too early.
    desk(stage.at(end + 38, "10:00"), "erasure.started"),
    desk(stage.at(end + 12, "09:00"), "copy.made", "K-1", { reason: "export", expires: formatInstant(stage.at(stage.day(4), "00:00")) }),
  ];
}
