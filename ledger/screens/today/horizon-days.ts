import type { Today } from "./due.ts";

/** A day of the horizon as it is drawn: how high its bar stands, out of 1, and how much of it is rights. */
export interface Bar {
  height: number;
  rights: number;
}

/** Heights grow with the root: one line more is seen among few, and a flood leaves the others standing. */
export function barsOf(days: Today["days"]): Bar[] {
  const most = Math.max(1, ...days.map(({ lines }) => lines));
  return days.map(({ lines, rights }) => ({
    height: lines === 0 ? 0 : Math.max(0.12, Math.sqrt(lines / most)),
    rights: lines === 0 ? 0 : rights / lines,
  }));
}

/** Which day a key leads to, among so many in a row. */
export function dayAfterKey(key: string, at: number, many: number): number | undefined {
  if (key === "ArrowRight") return Math.min(many - 1, at + 1);
  if (key === "ArrowLeft") return Math.max(0, at - 1);
  if (key === "ArrowDown") return Math.min(many - 1, at + 7);
  if (key === "ArrowUp") return Math.max(0, at - 7);
  if (key === "Home") return 0;
  return key === "End" ? many - 1 : undefined;
}

/** Noon of a day, in the reader's zone: what its date is written from. */
export function noonOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}
