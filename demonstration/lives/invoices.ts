import { type Day, formatDay } from "#kernel/time/day.ts";
import { formatInstant, HOUR } from "#kernel/time/instant.ts";
import type { Life } from "./happening.ts";
import type { Stage } from "./stage.ts";
import { customer, voice } from "./voices.ts";

export interface Invoice {
  /** `INV-2025-03` */
  name: string;
  issued: Day;
  /** Cents. */
  amount: number;
  /** What it is for, as the standing calls it: `subscription/2025-03-01`. */
  lines?: readonly string[];
  by: "provider" | "distributor";
  /** Days until it is due, its own day left out; an invoice payable on receipt states none. */
  within?: number;
  /** The day its payment came; nothing for one that is still open. */
  paid?: Day | undefined;
  /** What came with the payment beside the amount: lateness, named by its item. */
  also?: readonly { cents: number; what: string }[];
}

/** An invoice, its receipt and its payment. */
export function invoiced(stage: Stage, { name, issued, amount, lines, by, within, paid, also = [] }: Invoice): Life {
  const billing = voice(by, by === "provider" ? "billing" : "distributor-billing");
  const bank = voice(by, by === "provider" ? "bank" : "distributor-bank");
  const at = stage.at(issued, "09:30");
  const issue = billing(at, "invoice.issued", name, {
    amount: euros(amount),
    ...(within !== undefined && { due: formatInstant(stage.at(issued + within + 1, "00:00")) }),
    ...(lines && { lines: [...lines] }),
    mentions: ["due-date", "discount", "penalties", "recovery-fee"],
  });
  const pay = (minute: string, cents: number, what: string) =>
    bank(stage.at(paid!, `11:${minute}`), "payment.received", undefined, { amount: euros(cents), invoice: what });
  return [
    issue,
    customer(at + HOUR, "invoice.received", name),
    ...(paid === undefined ? [] : [pay("05", amount, name), ...also.map(({ cents, what }, n) => pay(String(10 + n), cents, what))]),
  ];
}

export interface Monthly {
  /** Names the invoices: `INV` gives `INV-2025-03`. */
  prefix: string;
  /** First and last month to bill, counted from this one: -24 to 0. */
  months: readonly [first: number, last: number];
  /** Cents, for a month counted from this one. */
  amount: (month: number) => number;
  /** The fee that a month's invoice settles; its periods start on the first. */
  fee: string;
  by: "provider" | "distributor";
  within?: number;
  /** Months paid otherwise than in time: so many days after the issue, or never. */
  lateness?: ReadonlyMap<number, number | "never">;
}

/** An invoice a month, paid in time but for those named. */
export function monthlyInvoices(stage: Stage, { prefix, months, amount, fee, by, within, lateness }: Monthly): Life {
  const all: Life[] = [];
  for (let month = months[0]; month <= months[1]; month += 1) {
    const start = formatDay(stage.month(month));
    const issued = stage.monthWorking(month, 2);
    const late = lateness?.get(month) ?? (within === undefined ? 0 : Math.max(0, within - 4));
    const paid = late === "never" ? undefined : issued + late;
    const name = `${prefix}-${start.slice(0, 7)}`;
    all.push(
      invoiced(stage, {
        name,
        issued,
        amount: amount(month),
        lines: [`${fee}/${start}`],
        by,
        ...(within !== undefined && { within }),
        paid,
      }),
    );
  }
  return all.flat();
}

export function euros(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")} EUR`;
}
