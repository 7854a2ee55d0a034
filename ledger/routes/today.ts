import { z } from "zod";
import { DAY, formatInstant, type Instant, MINUTE } from "#kernel/time/instant.ts";
import { reading } from "#platform/database/scope.ts";
import { reachOf } from "#platform/http/reach.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { type DayCount, type HorizonDay, readDayCounts, readDays } from "../notices/horizon.ts";
import { tenantFor } from "./contract-for.ts";
import { sideOf, sides } from "./sides.ts";

const AHEAD = 30;
const WEEK = 7;

/** What the day looks like, across contracts. */
export function todayRoutes(ledger: Ledger): Route[] {
  return [getToday(ledger)];
}

const groupSchema = z.object({
  group: z.enum(["overdue", "today", "week", "month", "later"]),
  /** What to ask of /due for its lines. */
  from: z.string().optional(),
  before: z.string().optional(),
  /** How many lines; not counted for what is later. */
  lines: z.int().optional(),
});

const todaySchema = z
  .object({
    at: z.string(),
    zone: z.string(),
    groups: z.array(groupSchema),
    days: z.array(z.object({ day: z.string(), from: z.string(), before: z.string(), lines: z.int(), rights: z.int() })),
  })
  .meta({ id: "Today" });

function getToday(ledger: Ledger): Route {
  return route({
    name: "getToday",
    method: "get",
    path: "/today",
    scope: "contracts:read",
    summary: {
      fr: "Combien attend, et pour quand, dans tous les contrats visibles",
      en: "How much is due, and when, in all contracts in reach",
    },
    description: {
      fr: "Par urgence, et jour par jour pour trente jours, dans le fuseau du lecteur. Ce qui est suspendu n'est pas compté. Les lignes se demandent à /due avec « from », « before » et « paused=no ».",
      en: "By urgency, and day by day for thirty days, in the reader's zone. What is paused is not counted. The lines are asked of /due with `from`, `before` and `paused=no`.",
    },
    query: z.object({
      zone: z.string().max(50).refine(isZone, "expected an IANA zone: Europe/Paris").default("UTC"),
      side: z.enum(sides).optional(),
      type: z.enum(["obligation", "right", "amount"]).optional(),
      tenant: z.uuid().optional(),
    }),
    answers: { 200: { words: { fr: "Ce qui attend", en: "What is due" }, body: todaySchema } },
    problems: [404],
    async handle({ caller, input: { query }, now: present }) {
      const now = present - (present % MINUTE); // the same bounds for a minute
      const { zone, side, type, tenant } = query;
      const reach = tenant === undefined ? await reachOf(ledger.database, caller) : [await tenantFor(ledger, caller, tenant)];
      const [days, counts] = await reading(ledger.database, reach, async (transaction) => {
        const horizon = await readDays(transaction, now, zone, AHEAD);
        return [horizon, await readDayCounts(transaction, now, horizon.at(-1)!.starts + 1, zone)] as const;
      });
      const { parties, others } = side === undefined ? { parties: [], others: true } : sideOf(caller.kind, side);
      const wanted = counts.filter((one) => parties.includes(one.party) !== others && (type === undefined || one.type === type));
      return { status: 200, body: todayOf(now, zone, days, wanted) };
    },
  });
}

function todayOf(now: Instant, zone: string, edges: readonly HorizonDay[], counts: readonly DayCount[]) {
  const days = edges.slice(0, -1).map(({ day, starts }, index) => {
    const lines = counts.filter((one) => one.day === day);
    return {
      day,
      from: formatInstant(Math.max(starts, now) + 1),
      before: formatInstant(edges[index + 1]!.starts + 1),
      lines: total(lines),
      rights: total(lines.filter((one) => one.type === "right")),
    };
  });
  // What falls due at midnight is due on the day that ends there.
  const edge = (index: number) => (edges[index]?.starts ?? now + index * DAY) + 1;
  const within = (group: "today" | "week" | "month", from: Instant, first: number, last: number) => ({
    group,
    from: formatInstant(from),
    before: formatInstant(edge(last)),
    lines: days.slice(first, last).reduce((sum, { lines }) => sum + lines, 0),
  });
  return {
    at: formatInstant(now),
    zone,
    groups: [
      { group: "overdue" as const, before: formatInstant(now + 1), lines: total(counts.filter(({ day }) => day === null)) },
      within("today", now + 1, 0, 1),
      within("week", edge(1), 1, WEEK),
      within("month", edge(WEEK), WEEK, AHEAD),
      { group: "later" as const, from: formatInstant(edge(AHEAD)) },
    ],
    days,
  };
}

function total(counts: readonly DayCount[]): number {
  return counts.reduce((sum, { lines }) => sum + lines, 0);
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "" && /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}
