import type { Particulars } from "#kernel/terms/contract.ts";
import type { WrittenClause } from "#kernel/terms/read.ts";
import { isRecord } from "#kernel/terms/source.ts";
import { library } from "#testing/library.ts";
import type { Random } from "./random.ts";

const mains = ["uloa", "boost-my-mail", "backup-as-a-service", "crm-and-data"];
const annexes = [[], ["service-levels"], ["maintenance"], ["service-levels", "maintenance"]];

/** Every contract alone and with each set of annexes; and the two annexes by themselves. */
export const combinations: readonly (readonly string[])[] = [
  ...mains.flatMap((main) => annexes.map((with_) => [main, ...with_])),
  ["service-levels", "maintenance"],
];

/** An order form filled at random: everything the terms leave `as ordered`, now and then forgotten, and some of the blanks. */
export function orderForm(random: Random, combination: readonly string[], year: number): Particulars {
  const documents = ["fr", "eu", ...combination];
  const clauses = documents.flatMap((id) => library.documents.get(id)!.clauses);
  const figures: Record<string, string> = {};
  const readings: Record<string, string> = {};
  for (const clause of clauses) {
    for (const address of leftTo("as ordered", clause.raw))
      if (!random.chance(0.02)) figures[`${clause.id}.${address}`] = figureFor(random, clause, address, year);
    for (const address of leftTo("left blank", clause.raw))
      if (random.chance(0.6)) figures[`${clause.id}.${address}`] = figureFor(random, clause, address, year);
    const { alternatives } = clause.raw;
    if (isRecord(alternatives) && random.chance(0.3)) readings[clause.id] = random.pick(Object.keys(alternatives));
  }
  const order = orderKeys(random, clauses);
  for (const { raw } of clauses) for (const annex of listed(raw["annexes"])) if (!documents.includes(annex)) order[annex] = "filed";
  return {
    contract: `order for ${combination.join(", ")}`,
    documents,
    parties: { provider: "P-1", customer: "C-1", distributor: "D-1" },
    figures,
    readings,
    order,
  };
}

/** Addresses inside a clause that its text leaves to the order form, or to nobody. */
function leftTo(words: "as ordered" | "left blank", raw: Record<string, unknown>): string[] {
  return Object.entries(raw).flatMap(([key, value]) => {
    if (key === "alternatives")
      return isRecord(value) ? Object.values(value).flatMap((keys) => (isRecord(keys) ? leftTo(words, keys) : [])) : [];
    if (value === words) return [key];
    return isRecord(value) ? leftTo(words, value).map((rest) => `${key}.${rest}`) : [];
  });
}

/** A figure that fits its place. */
export function figureFor(random: Random, clause: Pick<WrittenClause, "kind" | "raw">, address: string, year: number): string {
  const key = address.split(".")[0]!;
  const money = () => `${random.between(1, 900)}.${random.pick(["00", "50", "99"])} EUR`;
  switch (key) {
    case "price":
      return `${random.between(1, 80)}.${random.pick(["00", "5", "275", "0042"])} EUR`;
    case "overuse":
      return `${random.between(1, 9)}.50 EUR per month`;
    case "every":
      return clause.kind === "fee" ? random.pick(["month", "quarter", "year"]) : random.pick(["day", "week", "month", "month", "year"]);
    case "billed":
      return random.pick(["in advance", "in arrears"]);
    case "starts":
      return random.pick(["contract.accepted", "service.activated", `${year}-03-01`, `${year}-01-31`, `${year - 1}-12-15`]);
    case "initial":
      return random.pick(["1 year", "1 year", "6 months", "18 months", "2 years", "36 months", "1 quarter"]);
    case "renewal":
      return random.pick(["none", "1 year", "1 year", "6 months", "1 month", "2 years"]);
    case "amount":
      return String(clause.raw["at-most"]).endsWith("days") ? `${random.between(1, 8)} days` : money();
    case "in-form":
      return random.pick(["writing", "letter", "registered letter"]);
    case "flat":
      return "40 EUR";
    case "at-most":
      return clause.kind === "charge" ? `${random.between(1, 20)} days` : mostFor(random, clause.raw);
    case "after":
    case "until":
      return random.pick(["30 days", "day 60", "1 month", "72 hours", "10 working days"]);
    case "due":
      return random.pick(["on receipt", "30 days", "45 days"]);
    default:
      return random.pick(["4 hours", "8 hours", "48 hours", "5 days", "10 working days", "15 days", "30 days", "1 month", "3 months"]);
  }
}

function mostFor(random: Random, raw: Record<string, unknown>): string {
  if (raw["measure"] === ".amount" || /EUR/.test(JSON.stringify(raw["at-most"] ?? ""))) return `${random.between(1, 90)}00 EUR`;
  return String(random.between(1, 6));
}

/** Keys of the order that conditions read, with values those conditions tell apart. */
function orderKeys(random: Random, clauses: readonly WrittenClause[]): Record<string, string> {
  const known = new Map<string, Set<string>>();
  const note = (key: string, values: readonly string[]) => {
    const all = known.get(key) ?? new Set<string>();
    for (const value of values) all.add(value);
    known.set(key, all);
  };
  function visit(value: unknown): void {
    if (!isRecord(value)) return;
    for (const [key, told] of Object.entries(value)) {
      if (key.startsWith("order."))
        note(
          key.slice(6),
          listed(told).map((word) => (word === "present" ? "told" : word.replace(/^not /, ""))),
        );
      else if (key === "by" && typeof told === "string" && told.startsWith("order."))
        note(
          told.slice(6),
          Object.keys(value).filter((name) => name !== "by" && name !== "else"),
        );
      else visit(told);
    }
  }
  for (const { raw } of clauses) visit(raw);
  const order: Record<string, string> = {
    "customer-quality": random.chance(0.8) ? "professional" : random.pick(["consumer", "non-professional"]),
  };
  for (const [key, values] of known) if (order[key] === undefined && random.chance(0.8)) order[key] = random.pick([...values]);
  return order;
}

function listed(told: unknown): string[] {
  if (Array.isArray(told)) return told.map(String);
  return typeof told === "string" ? told.split(",").map((word) => word.trim()) : [];
}
