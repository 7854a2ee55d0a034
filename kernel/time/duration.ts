/** The units a contract counts in, in the singular. */
export const UNITS = ["minute", "hour", "day", "working day", "week", "month", "quarter", "year", "working hour"] as const;

export type Unit = "minute" | "hour" | "day" | "working day" | "week" | "month" | "quarter" | "year" | "working hour";

/** A length of time as a contract says it. `count` is whole, from 0 to 999,999. */
export interface Duration {
  count: number;
  unit: Unit;
}

/** Reads "48 hours", "1 month", "10 working days". Undefined for any other text: no fractions, signs or abbreviations. */
export function parseDuration(text: string): Duration | undefined {
  const match = /^(0|[1-9]\d{0,5}) +([a-z]+(?: +[a-z]+)?)$/.exec(text.trim());
  if (match === null) return undefined;
  const words = (match[2] as string).replace(/ +/, " ");
  const unit = UNITS.find((known) => words === known || words === `${known}s`);
  return unit === undefined ? undefined : { count: Number(match[1]), unit };
}

/** The canonical text of a duration, which `parseDuration` reads back: "1 month", "48 hours". */
export function formatDuration(duration: Duration): string {
  return `${duration.count} ${duration.unit}${duration.count === 1 ? "" : "s"}`;
}
