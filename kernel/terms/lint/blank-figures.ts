import { type Clause, kebab } from "../clause.ts";
import { isRecord } from "../source.ts";
import { type Stated, values } from "../stated.ts";
import { asWritten, figuresOf, shown } from "./figures.ts";
import { type Finding, type Level, onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** A figure that the text leaves blank: what depends on it is unknown, unless a reading fills it. */
export const blankFigures: Check = (review) =>
  review.own.flatMap((clause) => [
    ...figuresOf(review.contract, clause).flatMap(({ key, figure }) => {
      const cases = blanks(figure);
      return cases.length === 0
        ? []
        : [
            onClause(clause, "figure-blank", levelOf(clause, key), {
              figure: key,
              kind: clause.kind,
              cases: cases.join("; ") || undefined,
            }),
          ];
    }),
    ...filledByReading(clause, review.written(clause).raw, review.contract.particulars.figures),
  ]);

function filledByReading(clause: Clause, raw: Readonly<Record<string, unknown>>, ordered: Readonly<Record<string, unknown>>): Finding[] {
  const chosen = isRecord(raw["alternatives"]) ? raw["alternatives"][clause.reading ?? ""] : undefined;
  if (!isRecord(chosen)) return [];
  return Object.entries(chosen).flatMap(([key, value]) => {
    const told = raw[key];
    if (told === undefined || blanks(asWritten(told)).length === 0 || isBlank(value) || ordered[`${clause.id}.${kebab(key)}`] !== undefined)
      return [];
    return [onClause(clause, "figure-blank", "note", { figure: key, kind: clause.kind, reading: clause.reading, value: shown(value) })];
  });
}

/** The cases left blank; a divergence of languages is a finding of its own. */
function blanks(figure: Stated<unknown>): string[] {
  return [...values(figure)]
    .filter(({ path, figure: { is } }) => is === "blank" && !path.includes("fr") && !path.includes("en"))
    .map(({ path }) => path.join(", "));
}

function isBlank(value: unknown): boolean {
  return value === "left blank";
}

const arithmetic = new Set(["limit", "charge", "fee", "term", "availability", "late-payment"]);

/** Without its figures a sum or a limit cannot work at all; without a time, a duty or a right works and has no end. */
function levelOf({ kind }: Clause, key: string): Level {
  return arithmetic.has(kind) && key !== "due" && key !== "in-form" && key !== "guaranteed" ? "error" : "warning";
}
