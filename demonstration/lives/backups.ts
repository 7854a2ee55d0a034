import { type Day, formatDay, weekday } from "#kernel/time/day.ts";
import { MINUTE } from "#kernel/time/instant.ts";
import { between, chanceOf } from "./chance.ts";
import type { Happening, Life } from "./happening.ts";
import type { Stage } from "./stage.ts";
import { desk } from "./voices.ts";

export interface Backups {
  /** Draws the minute of each night. */
  seed: string;
  /** First and last day with a backup of their own. */
  from: Day;
  until?: Day;
  /** Nights on which it did not come off. */
  failed?: readonly Day[];
  /** What is backed up: the platform's own data, or the customer's machines, whose every copy states its share changed. */
  of: "platform" | "machines";
  /** Nights on which more changed than a usual percent or two: `5.4 %`. */
  changed?: ReadonlyMap<Day, string>;
}

/** A backup a night, between two days, named by its day. */
export function dailyBackups(stage: Stage, backups: Backups, first: Day, last: Day): Life {
  const until = Math.min(last, backups.until ?? last);
  const life: Happening[] = [];
  for (let day = Math.max(first, backups.from); day <= until; day += 1) life.push(...night(stage, backups, day));
  return life;
}

function night(stage: Stage, { seed, of, failed = [], changed }: Backups, day: Day): Life {
  const chance = chanceOf(seed, of, day);
  const began = stage.at(day, of === "platform" ? "22:30" : "21:10") + between(chance, 0, 12) * MINUTE;
  const name = { by: "provider", source: of === "platform" ? "backup" : "agents", id: formatDay(day) };
  const subject = of === "machines" ? { subject: `K-${formatDay(day)}` } : {};
  if (failed.includes(day)) return [{ occurred: began, kind: "backup.failed", ...name, ...subject }];
  const share = changed?.get(day) ?? `${(0.4 + 2.4 * chance()).toFixed(1)} %`;
  const fields = of === "machines" ? { changed: share } : { scope: weekday(day) === 7 ? "weekly" : "daily" };
  return [{ occurred: began, kind: "backup.completed", ...name, ...subject, fields }];
}

/** A night that failed, and the call next morning. */
export function toldOfFailure(stage: Stage, day: Day, hoursLater = 10): Life {
  return [desk(stage.at(day, "22:40") + hoursLater * 60 * MINUTE, "customer.called", `K-${formatDay(day)}`)];
}
