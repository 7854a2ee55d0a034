import { lookedBackTo } from "../../kinds/shared/amount.ts";
import { parseDay } from "../../time/day.ts";
import { type Clause, kebab } from "../clause.ts";
import type { Condition, Effect } from "../grammar.ts";
import { type Stated, values } from "../stated.ts";

/** What a name in a clause is the name of. */
export type Sort = "event" | "party" | "clause" | "form";

/** A name that the author of a clause wrote, and the key that holds it. */
export interface Name {
  name: string;
  key: string;
}

type Read = (value: never) => readonly string[];

/** The keys that hold names, by what they name; `kind.key` where only that kind's does. */
const holders: readonly (readonly [keys: string, sort: Sort, read: Read])[] = [
  ["party to charge.from limit.by right.addressedTo agreement.parties", "party", listed],
  ["agreement.answersFor", "party", (told: Record<string, string[]>) => Object.entries(told).flat(2)],
  ["agreement.changedBy", "party", ({ by }: { by: string[] }) => by],
  ["where unless only", "party", (asked: Condition) => askedOf(asked, "by")],
  ["where unless only", "form", (asked: Condition) => askedOf(asked, "in-form")],
  ["inForm", "form", plain],
  ["when act brokenBy keptBy excusedBy revisedBy usedBy resetBy closedBy needs releasedBy since formedBy", "event", listed],
  ["duty.during pause.from pause.until", "event", listed],
  ["term.starts", "event", (start: Stated<string>) => plain(start).filter((told) => parseDay(told) === undefined)],
  ["limit.measure", "event", ({ plus, minus }: { plus?: string; minus?: string }) => [plus, minus].filter((one) => one !== undefined)],
  ["charge.amount charge.atMost charge.atLeast limit.atMost", "event", lookedBackTo],
  ["hours limit.during contradicts whileOpen notWhileOpen pause.stops", "clause", listed],
  ["fee.quantity", "clause", (told: Stated<{ limit?: string }>) => figures(told).flatMap(({ limit }) => limit ?? [])],
  ["then otherwise", "clause", addressed],
];

/** The names of one sort in a clause, those of its other readings too: particulars and amendments may choose them. */
export function namesIn(clause: Clause, sort: Sort): Name[] {
  const names = [clause, ...Object.values(clause.variants)].flatMap((one) => written(one, sort));
  return [...new Map(names.map((name) => [`${name.key} ${name.name}`, name])).values()];
}

function written(clause: Clause, sort: Sort): Name[] {
  const record = clause as unknown as Record<string, never>;
  return holders.flatMap(([keys, names, read]) =>
    names !== sort
      ? []
      : keys.split(" ").flatMap((holder) => {
          const [key = "", kind] = holder.split(".").toReversed();
          if (record[key] === undefined || (kind ?? clause.kind) !== clause.kind) return [];
          return read(record[key]).map((name) => ({ name, key: kebab(key) }));
        }),
  );
}

/** Whether a key of a kind, in camelCase, holds names. */
export function holdsNames(kind: string, key: string): boolean {
  return holders.some(([keys]) => keys.split(" ").some((holder) => holder === key || holder === `${kind}.${key}`));
}

function listed(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function figures<T>(stated: Stated<T>): T[] {
  return [...values(stated)].flatMap(({ figure }) => (figure.is === "value" ? [figure.value] : []));
}

function plain(stated: Stated<string>): string[] {
  return figures(stated);
}

function askedOf(condition: Condition, field: string): readonly string[] {
  const matcher = condition[field];
  return matcher && "is" in matcher ? matcher.is : matcher && "not" in matcher ? matcher.not : [];
}

/** The clauses whose figures effects set; a bound's `otherwise` is words, a limit's may be. */
function addressed(effects: readonly Effect[] | string | object): string[] {
  if (!Array.isArray(effects)) return [];
  return (effects as readonly Effect[]).flatMap((effect) => (effect.do === "set" ? [effect.address.split(".")[0]!] : []));
}
