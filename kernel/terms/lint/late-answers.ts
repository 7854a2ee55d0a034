import { formatDay } from "../../time/day.ts";
import { midnight } from "../../time/zone.ts";
import type { Clause } from "../clause.ts";
import { onClause } from "./finding.ts";
import type { Check, Review } from "./review.ts";
import { calendarOf, ending, placed, sampleDays } from "./sample-days.ts";
import type { Window } from "./windows.ts";

type Answer = Clause & Window & { when?: string[] };
type Claim = Clause & Window & { when?: string[]; usedBy: string[]; party: string };

/**
 * What a party asks for, in an article that gives it a right with an end, may be due only once the right has lapsed: a statement
 * that comes after the time to claim. Counted from an opening of the right on sample days, the party asking at once.
 */
export const lateAnswers: Check = (review) =>
  review.own.flatMap((clause) => {
    if (clause.kind !== "duty") return [];
    const answer = clause as Answer;
    return claimsBeside(review, answer).flatMap((claim) => {
      const late = tooLate(review, answer, claim);
      return late === undefined
        ? []
        : [onClause(answer, "answer-may-be-too-late", "warning", { right: claim.id, ...(late !== "undated" && { sample: late }) })];
    });
  });

/** Rights of the asking party that open on what a clause finds, not on what a fact tells: whoever has them learns of them by asking. */
function claimsBeside({ own, contract }: Review, answer: Answer): Claim[] {
  const asked = (answer.when ?? []).filter((event) => contract.factKinds.get(event)?.by.includes(answer.to ?? "") ?? false);
  if (asked.length === 0) return [];
  return own.filter((one): one is Claim => {
    if (one.kind !== "right" || one.document !== answer.document || one.article !== answer.article || one.party !== answer.to) return false;
    const { until, within, usedBy, when } = one as Claim;
    const found =
      when?.some(
        (event) => !contract.factKinds.has(event) && event.includes(".") && !event.startsWith("contract.") && !event.startsWith("period."),
      ) ?? false;
    return found && (until !== undefined || within !== undefined) && !usedBy.some((act) => asked.includes(act));
  });
}

/** `undated` where the answer has no time, a sample day where counting shows it late, undefined where it comes in time. */
function tooLate({ contract, references }: Review, answer: Answer, claim: Claim): string | undefined {
  if (!answer.within || answer.within.is !== "value" || answer.within.value === "without delay") return "undated";
  const calendar = calendarOf(contract, references, claim, claim.hours);
  const time = answer.within.value;
  const day = sampleDays.find((sample) => {
    const at = midnight(calendar.zone, sample);
    const closes =
      claim.within?.is === "value"
        ? ending(claim.within.value, at, calendar)
        : claim.until?.is === "value"
          ? placed(claim.until.value, at, undefined, calendar)
          : undefined;
    const due = ending(time, at, calendarOf(contract, references, answer, answer.hours));
    return closes !== undefined && due !== undefined && due > closes;
  });
  return day === undefined ? undefined : formatDay(day);
}
