import type { LogSummary } from "#commitments/availability/rules/access-log.ts";
import { fraction } from "#kernel/money/fraction.ts";
import { MINUTE } from "#kernel/time/instant.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import type { Language } from "#kernel/words/language.ts";
import { logFlawWords } from "#kernel/words/log-flaws.ts";
import { sayNumber } from "#kernel/words/numbers.ts";
import type { LogRead } from "../import/read-log.ts";
import type { Terminal } from "../terminal.ts";

/** What the logs hold, and the first lines that could not be read. */
export function showImport({ paint }: Terminal, logs: readonly LogRead[], merged: LogSummary, facts: number, language: Language): string {
  const french = language === "fr";
  const count = (n: number) => sayNumber(fraction(n), "", language);
  const bad = logs.flatMap(({ file, summary }) =>
    summary.problems.map(
      ({ line, column, reason }) => `${paint("soon", "▲")} ${file}:${line}:${column} ${logFlawWords[reason]?.[language] ?? reason}\n`,
    ),
  );
  const told = logs.reduce((sum, { summary }) => sum + summary.problems.length, 0);
  const more = merged.bad - told;
  const failing = [...merged.minutes.values()].filter(({ errors }) => errors > 0).length;
  const days = spanOf(merged);
  const lines = [
    french
      ? `${count(merged.lines)} lignes lues, ${count(merged.bad)} illisibles`
      : `${count(merged.lines)} lines read, ${count(merged.bad)} unreadable`,
    french
      ? `${count(merged.minutes.size)} minutes connues, dont ${count(failing)} avec des erreurs du serveur`
      : `${count(merged.minutes.size)} known minutes, ${count(failing)} of them with server errors`,
    french
      ? `${count(facts)} faits${days === undefined ? "" : `, de ${days[0]} à ${days[1]}`}`
      : `${count(facts)} facts${days === undefined ? "" : `, from ${days[0]} to ${days[1]}`}`,
  ];
  return `${bad.join("")}${more > 0 ? (french ? `  … et ${count(more)} de plus\n` : `  … and ${count(more)} more\n`) : ""}${lines.join("\n")}\n`;
}

function spanOf({ minutes }: LogSummary): [string, string] | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const minute of minutes.keys()) [first, last] = [Math.min(first, minute), Math.max(last, minute)];
  return minutes.size === 0 ? undefined : [formatInstant(first * MINUTE).slice(0, 10), formatInstant(last * MINUTE).slice(0, 10)];
}
