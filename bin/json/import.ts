import type { LogSummary } from "#commitments/availability/rules/access-log.ts";
import type { FactLine } from "#commitments/availability/rules/minutes-counted.ts";
import type { LogRead } from "../import/read-log.ts";

/** What the logs hold; the facts themselves unless they went to a file. */
export function importJson(
  logs: readonly LogRead[],
  merged: LogSummary,
  facts: readonly FactLine[],
  whole: boolean,
): Record<string, unknown> {
  return {
    files: logs.map(({ file, summary }) => ({ file, lines: summary.lines, bad: summary.bad, problems: summary.problems })),
    lines: merged.lines,
    bad: merged.bad,
    minutes: { known: merged.minutes.size, withErrors: [...merged.minutes.values()].filter(({ errors }) => errors > 0).length },
    facts: whole ? facts : facts.length,
  };
}
