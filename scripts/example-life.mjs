// node scripts/run.mjs scripts/example-life.mjs [folder]
// Writes the example contract's particulars and its life as facts, always the same bytes. testing/example-life.test.ts
// says what must come of it, figure by figure. Default folder: contracts/example.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { formatDay, parseDay, weekday } from "#kernel/time/day.ts";
import { DAY, formatInstant, HOUR, MINUTE } from "#kernel/time/instant.ts";
import { instantOf, offsetAt } from "#kernel/time/zone.ts";
import { loadReferences } from "#references/load.ts";
import { countedOn } from "./example-traffic.mjs";
import { home } from "./pinned-node.mjs";

const references = loadReferences();
const zone = references.zones["Europe/Paris"];
const holidays = references.holidays["FR"];

const particulars = `# What the order form fixes. Figures are addressed clause.figure, readings by clause; the rest is read as order.KEY.
contract: uloa-2025-0042
documents: [fr, eu, uloa, service-levels, maintenance]

parties:
  provider: Example Software SAS
  distributor: Example Reseller SARL
  customer: Example Joinery SAS

figures:
  term.starts: 2025-01-01
  term.initial: 1 year
  term.renewal: 1 year
  seats.at-most: 10
  subscription.price: 24.00 EUR
  subscription.every: month
  subscription.billed: in advance
  support-answer.within: 8 hours
  availability-damages.at-most: 2500 EUR
  availability-statement.within: 5 days
  service-credit.amount.below 99.95 down to 99.90: 2 days
  service-credit.amount.below 99.90: 5 days

readings:
  seats: named users

order:
  customer-quality: professional
  payment-basis: invoice date
  incident-address: support@provider.example
  data-protection: data-protection annex, 2024-11
  prerequisites: technical prerequisites, 2024-11
  security: security policy and continuity plan, 2024-11
  documentation: user documentation, v7
`;

const facts = [];
const counts = new Map();

/** Something that happened, told by the system `source`. Times are local; `recorded` is the same instant unless told otherwise. */
function tell(source, when, kind, subject, by, fields = {}, recorded) {
  const n = (counts.get(source) ?? 0) + 1;
  counts.set(source, n);
  facts.push({
    id: String(n),
    source,
    kind,
    ...(subject !== undefined && { subject }),
    occurred: iso(when),
    ...(recorded !== undefined && { recorded: iso(recorded) }),
    by,
    ...(Object.keys(fields).length > 0 && { fields }),
  });
}

tellFormation();
tellSeats();
tellInvoices();
tellIncidents();
tellAvailability();
tellCustody();
countTraffic();

const folder = process.argv[2] ?? join(home, "contracts", "example");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "particulars.yaml"), particulars);
writeFileSync(
  join(folder, "facts.ndjson"),
  inOrderOfRecording()
    .map((fact) => `${JSON.stringify(fact)}\n`)
    .join(""),
);

function tellFormation() {
  tell("desk", "2024-12-19 10:00", "contract.accepted", undefined, "customer", { "in-form": "writing", version: "uloa 2021-06" });
  tell("desk", "2025-01-02 09:12", "codes.issued", undefined, "provider");
  tell("desk", "2025-01-02 14:30", "codes.handed-over", undefined, "distributor");
  tell("portal", "2025-01-02 15:00", "administrator.named", undefined, "customer", { capacity: "employee" });
  tell("portal", "2025-09-30 18:00", "administrator.left", undefined, "customer");
  tell("portal", "2025-10-02 09:30", "administrator.named", undefined, "customer", { capacity: "employee" });
  // Signed in November, in force with the new year.
  tell("desk", "2025-11-20 11:00", "contract.amended", "A-1", "distributor", {
    effective: iso("2026-01-01 00:00"),
    sets: { "subscription.price": "24.60 EUR" },
    "in-form": "writing",
    "signed-by": ["distributor", "customer"],
    "validated-by": ["provider"],
  });
}

function tellSeats() {
  const seat = (when, kind, subject, fields) => tell("portal", when, kind, subject, "administrator", fields);
  for (let n = 1; n <= 8; n += 1) seat(`2025-01-02 15:${20 + n}`, "seat.assigned", `U-0${n}`);
  seat("2025-01-20 09:05", "seat.assigned", "U-09");
  seat("2025-03-10 09:00", "seat.assigned", "U-10", { affiliate: "North" });
  // One leaves, another takes the place.
  seat("2025-04-30 18:00", "seat.released", "U-04");
  tell("gate", "2025-05-02 08:55", "user.signed-in", "U-04", "user", { encrypted: "yes" });
  seat("2025-05-05 09:00", "seat.assigned", "U-11");
  // One too many; then the notice that the contract asks for.
  seat("2025-06-12 09:40", "seat.assigned", "U-12");
  tell("desk", "2025-06-16 09:05", "increase.notified", undefined, "customer", { quantity: "12", to: "distributor", "in-form": "writing" });
  seat("2025-06-16 09:20", "seat.assigned", "U-12");
  seat("2025-06-16 09:21", "seat.assigned", "U-13");
}

function tellInvoices() {
  const months = [
    { issued: "2025-01-02", amount: "240.00 EUR", paid: "2025-01-28" },
    { issued: "2025-02-03", amount: "240.00 EUR", paid: "2025-02-27" },
    { issued: "2025-03-03", amount: "240.00 EUR", paid: "2025-03-31" },
    { issued: "2025-04-01", amount: "240.00 EUR", paid: "2025-04-29" },
    { issued: "2025-05-02", amount: "240.00 EUR", paid: "2025-07-18" }, // due on 1 June: paid late
    { issued: "2025-06-02", amount: "240.00 EUR", paid: "2025-06-27" },
    { issued: "2025-07-01", amount: "288.00 EUR", paid: "2025-07-29" },
    { issued: "2025-08-01", amount: "288.00 EUR", paid: "2025-08-29" },
    { issued: "2025-09-01", amount: "288.00 EUR", paid: "2025-09-30" },
    { issued: "2025-10-01", amount: "288.00 EUR", paid: "2025-10-30" },
    { issued: "2025-11-03", amount: "288.00 EUR" }, // due on 3 December: never paid
    { issued: "2025-12-01", amount: "288.00 EUR", paid: "2025-12-29" },
    { issued: "2026-01-02", amount: "295.20 EUR" }, // not due yet
  ];
  for (const { issued, amount, paid } of months) {
    const month = issued.slice(0, 7);
    invoice(`INV-${month}`, issued, amount, [`subscription/${month}-01`], paid);
  }
  invoice("INV-2025-06-C", "2025-06-17", "24.00 EUR", ["subscription/2025-06-01+2"], "2025-07-08");
  // What lateness cost on the invoice of May: each amount is named, and paid.
  pay("2025-07-21 11:00", "3.95 EUR", "legal-late-payment/INV-2025-05");
  pay("2025-07-21 11:01", "40.00 EUR", "legal-late-payment/INV-2025-05");
}

/** Payable within thirty days: the last of them counts in full. Amounts are before tax. */
function invoice(name, day, amount, lines, paid) {
  const due = iso(`${formatDay(parseDay(day) + 31)} 00:00`);
  const mentions = ["due-date", "discount", "penalties", "recovery-fee"];
  tell("billing", `${day} 09:30`, "invoice.issued", name, "distributor", { amount, due, lines, mentions });
  tell("billing", `${day} 10:00`, "invoice.received", name, "customer");
  if (paid !== undefined) pay(`${paid} 08:00`, amount, name);
}

function pay(when, amount, what) {
  tell("bank", when, "payment.received", undefined, "distributor", { amount, invoice: what });
}

function tellIncidents() {
  const received = (when, id, severity) =>
    tell("mailbox", when, "incident.received", id, "customer", { severity, address: "support@provider.example" });
  const desk = (when, what, id, fields) => tell("desk", when, `incident.${what}`, id, "provider", fields);
  const diagnosed = (when, id) => desk(when, "diagnosed", id, { "in-form": "e-mail" });

  // One minute before working hours close on a Friday: the short clock runs into the night.
  received("2025-02-07 17:59", "I-1", "critical");
  desk("2025-02-07 22:30", "acknowledged", "I-1");
  diagnosed("2025-02-07 23:40", "I-1");
  desk("2025-02-08 02:10", "corrected", "I-1");

  // The evening of the outage.
  received("2025-03-18 20:04", "I-2", "critical");
  desk("2025-03-18 20:20", "acknowledged", "I-2");
  diagnosed("2025-03-18 21:10", "I-2");
  desk("2025-03-18 20:40", "corrected", "I-2");

  // The customer's own connection: clocks stop, advice is owed instead.
  received("2025-04-23 10:30", "I-3", "urgent");
  desk("2025-04-23 10:50", "acknowledged", "I-3");
  desk("2025-04-23 11:15", "outside-control", "I-3", { cause: "connectivity" });
  desk("2025-04-23 15:20", "advice-given", "I-3");

  // Nineteen hours of waiting for the customer, and a look inside with its leave.
  received("2025-05-19 14:10", "I-4", "important");
  tell("desk", "2025-05-19 14:40", "information.requested", "I-4", "provider");
  tell("portal", "2025-05-20 09:40", "information.given", "I-4", "administrator");
  tell("portal", "2025-05-20 09:45", "access.granted", "G-1", "administrator", {
    until: iso("2025-05-20 18:00"),
    person: "P-07",
    scope: "orders",
  });
  tell("gate", "2025-05-20 10:30", "access.used", "G-1", "provider", { what: "orders" });
  desk("2025-05-20 11:00", "acknowledged", "I-4");
  tell("gate", "2025-05-20 18:20", "access.used", "G-1", "provider", { what: "orders" });
  tell("desk", "2025-05-20 10:35", "copy.made", "C-1", "provider", { reason: "support", expires: iso("2025-05-27 00:00") });
  tell("desk", "2025-05-26 17:00", "copy.destroyed", "C-1", "provider");
  diagnosed("2025-05-21 17:00", "I-4");
  desk("2025-05-27 16:30", "corrected", "I-4");

  received("2025-06-27 16:20", "I-5", "minor");
  desk("2025-06-28 09:00", "acknowledged", "I-5");
  diagnosed("2025-07-03 11:00", "I-5");
  desk("2025-07-24 10:00", "corrected", "I-5");

  // The distributor's own queue; the third request is passed on.
  const asked = (when, id) => tell("portal", when, "support.requested", id, "user", { channel: "portal" });
  const answered = (when, id) => tell("desk", when, "support.answered", id, "distributor");
  asked("2025-01-21 09:12", "S-1");
  answered("2025-01-21 10:40", "S-1");
  asked("2025-06-04 14:30", "S-2");
  answered("2025-06-05 09:10", "S-2");
  asked("2025-10-14 10:00", "S-3");
  tell("desk", "2025-10-14 10:45", "support.escalated", "S-3", "distributor");
  desk("2025-10-14 15:20", "qualified", "S-3", { severity: "important", departure: "yes", "documentation-version": "v7" });
  answered("2025-10-14 16:00", "S-3");
  desk("2025-10-22 17:00", "corrected", "S-3");
}

function tellAvailability() {
  tell("desk", "2025-03-14 11:00", "maintenance.announced", "CHG-318", "provider", { starts: iso("2025-03-18 20:00") });
  tell("desk", "2025-03-18 20:12", "minutes.excluded", "CHG-318", "provider", {
    from: iso("2025-03-18 20:00"),
    until: iso("2025-03-18 20:12"),
    cause: "maintenance",
    evidence: "change CHG-318, announced on 14 March",
  });
  tell("portal", "2025-04-02 10:00", "statement.requested", "R-1", "administrator");
  tell("desk", "2025-04-04 16:30", "statement.supplied", "R-1", "provider");
  tell("portal", "2025-04-15 09:20", "credit.claimed", "2025-03", "customer");
  tell("portal", "2025-04-22 09:00", "damages.claimed", "D-1", "customer", { amount: "500.00 EUR", for: "unavailability" });
  tell("probe", "2025-08-15 02:10", "monitoring.silent", undefined, "provider");
  tell("probe", "2025-08-15 03:40", "monitoring.back", undefined, "provider");
}

function tellCustody() {
  tell("desk", "2025-01-02 09:00", "data.placed", "P-1", "provider", { country: "FR" });
  const last = parseDay("2026-01-30");
  for (let day = parseDay("2024-12-19"); day <= last; day += 1) {
    const date = formatDay(day);
    if (date === "2025-09-10") tell("backup", `${date} 22:41`, "backup.failed", undefined, "provider");
    else tell("backup", `${date} 22:30`, "backup.completed", undefined, "provider", { scope: weekday(day) === 7 ? "weekly" : "daily" });
  }
  tell("portal", "2025-11-18 16:20", "restore.requested", "R-2", "administrator", { cause: "accidental deletion", extent: "folders" });
  tell("desk", "2025-11-19 11:05", "restore.done", "R-2", "provider");
  tell("desk", "2025-10-21 08:40", "breach.known", "V-1", "provider");
  tell("desk", "2025-10-21 15:05", "breach.notified", "V-1", "provider");
}

/** Each night the log of the UTC day that ended is read. In May a second server's log turned up ten days after the month. */
function countTraffic() {
  const since = local("2025-01-02 09:12");
  const outages = [{ from: local("2025-03-18 20:00"), until: local("2025-03-18 20:40"), share: 1 }];
  const foundLater = [{ from: local("2025-05-14 11:20"), until: local("2025-05-14 11:45"), share: 0.48 }];
  const silences = [{ from: local("2025-08-15 02:10"), until: local("2025-08-15 03:40") }];
  const last = parseDay("2026-01-30");
  for (let day = parseDay("2025-01-02"); day <= last; day += 1) {
    const night = { zone, holidays, since, outages, silences, source: "web", recorded: formatInstant((day + 1) * DAY + 10 * MINUTE) };
    const fact = countedOn(day, night);
    facts.push(fact);
    if (!foundLater.some(({ from }) => Math.floor(from / DAY) === day)) continue;
    const { fields } = countedOn(day, { ...night, outages: foundLater });
    tell("desk", "2025-06-11 09:30", "fact.corrected", undefined, "provider", {
      target: `${fact.source}:${fact.id}`,
      fields: { errors: fields.errors },
      note: "log of the second server added",
    });
  }
}

/** As a log is written: by the instant of recording. */
function inOrderOfRecording() {
  const recorded = ({ recorded: told, occurred }) => Date.parse(told ?? occurred);
  return facts.toSorted((a, b) => recorded(a) - recorded(b));
}

/** The instant of a local time, `2025-03-14 17:59`. */
function local(when) {
  const [date, clock] = when.split(" ");
  const [hours, minutes] = clock.split(":").map(Number);
  return instantOf(zone, parseDay(date), hours * HOUR + minutes * MINUTE);
}

/** The same with its offset, as a reader in Paris would write it. */
function iso(when) {
  const offset = offsetAt(zone, local(when)) / HOUR;
  return `${when.replace(" ", "T")}+0${offset}:00`;
}
