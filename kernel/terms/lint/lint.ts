import type { References } from "../../references.ts";
import type { Contract } from "../contract.ts";
import { Unusable } from "../problem.ts";
import { blankFigures } from "./blank-figures.ts";
import { conditions } from "./conditions.ts";
import { contradictions } from "./contradictions.ts";
import { cycles } from "./cycles.ts";
import { divergences } from "./divergences.ts";
import { doubts } from "./doubts.ts";
import { farEnds } from "./far-ends.ts";
import type { Finding, Level } from "./finding.ts";
import { unknownForms } from "./forms.ts";
import { hoursApart } from "./hours-apart.ts";
import { lateAnswers } from "./late-answers.ts";
import { lawBounds } from "./law-bounds.ts";
import { missingAnnexes, missingDocuments } from "./missing-documents.ts";
import { namedClauses } from "./named-clauses.ts";
import { articleNumbers, clauseNames } from "./numbering.ts";
import { orderedFigures } from "./ordered-figures.ts";
import { overrides, setAside } from "./precedence.ts";
import { unknownParties } from "./parties.ts";
import { prevailingLanguage } from "./prevailing-language.ts";
import { prose } from "./prose.ts";
import { readings } from "./readings.ts";
import { repealedLaw } from "./repealed-law.ts";
import { type Check, openReview } from "./review.ts";
import { suppliedByLaw } from "./supplied-by-law.ts";
import { tiers } from "./tiers.ts";
import { titles } from "./titles.ts";
import { toothlessDuties } from "./toothless-duties.ts";
import { unknownCalendars } from "./unknown-calendars.ts";
import { unheardFacts, unknownEvents, untriggered } from "./untriggered.ts";
import { unshown } from "./unshown.ts";
import { windows } from "./windows.ts";

const checks: readonly Check[] = [
  // What the text leaves open, or says twice.
  blankFigures,
  orderedFigures,
  tiers,
  titles,
  prose,
  articleNumbers,
  clauseNames,
  divergences,
  prevailingLanguage,
  readings,
  contradictions,
  doubts,
  // What the documents do to each other.
  missingDocuments,
  missingAnnexes,
  setAside,
  overrides,
  hoursApart,
  // What can never happen, or happens too late.
  untriggered,
  unknownEvents,
  unheardFacts,
  namedClauses,
  unknownParties,
  unknownForms,
  conditions,
  windows,
  lateAnswers,
  farEnds,
  cycles,
  toothlessDuties,
  unshown,
  // What the law says of it.
  lawBounds,
  suppliedByLaw,
  repealedLaw,
];

/**
 * A second pair of eyes over a composition, in the order of its documents. Pure: the same contract and references give the same
 * findings. Throws Unusable where the references lack a zone or holidays: no day could be counted.
 */
export function lint(contract: Contract, references: References): Finding[] {
  const lacking = unknownCalendars(contract, references);
  if (lacking.length > 0) throw new Unusable(lacking);
  const review = openReview(contract, references);
  const rank = new Map(contract.documents.map(({ id }, at) => [id, at]));
  const findings = checks.flatMap((check) => check(review));
  return findings.toSorted(
    (a, b) =>
      (rank.get(a.document) ?? 0) - (rank.get(b.document) ?? 0) || a.place.line - b.place.line || severity[a.level] - severity[b.level],
  );
}

const severity: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };
