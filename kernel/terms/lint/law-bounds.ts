import { formatDay } from "../../time/day.ts";
import type { Bound } from "../../kinds/bound.ts";
import { type Clause, camel } from "../clause.ts";
import type { Contract } from "../contract.ts";
import type { Bilingual } from "../fact-kind.ts";
import { isRecord } from "../source.ts";
import { type Stated, values } from "../stated.ts";
import { asWritten, shown } from "./figures.ts";
import { type Args, type Finding, onClause, onDocument } from "./finding.ts";
import { lawArticle } from "./law-article.ts";
import { type Held, holdAgainst } from "./measures.ts";
import type { Check, Review } from "./review.ts";
import { calendarOf } from "./sample-days.ts";

/** The law's bounds held against the contract: figures under a floor or over a ceiling, topics missing or forbidden, each with its dates. */
export const lawBounds: Check = (review) => {
  const { contract } = review;
  const bounds = contract.clauses.filter((clause): clause is Clause<Bound> => clause.kind === "bound");
  return bounds.flatMap((bound) => {
    if (bound.requires !== undefined) return required(review, bound, bound.requires);
    if (bound.forbids !== undefined)
      return about(review, bound.forbids).map((clause) => onClause(clause, "law-forbids", bound.level ?? "error", lawOf(contract, bound)));
    return bound.of === undefined ? [] : about(review, bound.of.split(".")[0]!).flatMap((clause) => measured(review, bound, clause));
  });
};

/** The contract's own clauses of a kind or a topic; the law is not held against itself. */
function about({ contract }: Review, head: string): Clause[] {
  return contract.clauses.filter(({ rank, kind, topic }) => rank !== "law" && (kind === head || topic === head));
}

function required(review: Review, bound: Clause<Bound>, topic: string): Finding[] {
  const { contract } = review;
  // An annex alone is no contract yet: what is missing may stand in the terms.
  const first = review.documents.find(({ rank }) => rank === "terms");
  if (!first || about(review, topic).length > 0) return [];
  return [onDocument(first, "law-requires", bound.level ?? "error", { topic, ...lawOf(contract, bound) })];
}

function measured({ contract, references }: Review, bound: Clause<Bound>, clause: Clause): Finding[] {
  const key = bound.of!.slice(bound.of!.indexOf(".") + 1);
  const figure = figureOf(contract, clause, key);
  const limit = bound.atLeast ?? bound.atMost;
  if (!figure || limit === undefined) return [];
  const side = bound.atLeast === undefined ? "at-most" : "at-least";
  return [...values(figure)].flatMap(({ path, figure: value }): Finding[] => {
    if (value.is === "ordered") return [];
    const args = { figure: key, case: path.join(", ") || undefined, bound: limit, side, ...lawOf(contract, bound) };
    if (value.is === "blank") return [onClause(clause, "law-unchecked", "note", args)];
    const told =
      isRecord(clause.raw[key]) && path.length > 0
        ? path.reduce<unknown>((raw, step) => (isRecord(raw) ? raw[step] : raw), clause.raw[key])
        : clause.raw[key];
    const held = holdAgainst(value.value, limit, side, { calendar: calendarOf(contract, references, clause), rates: references.rates });
    return said(clause, held, { ...args, value: shown(told) }, bound);
  });
}

function said(clause: Clause, held: Held, args: Args, bound: Clause<Bound>): Finding[] {
  switch (held.is) {
    case "within":
      return [];
    case "beyond":
      return [
        onClause(clause, args["side"] === "at-least" ? "below-the-law" : "above-the-law", bound.level ?? "error", {
          ...args,
          sample: held.sample,
        }),
      ];
    case "unknown":
      return [onClause(clause, "law-unchecked", "note", args)];
    case "dated": {
      const span = (day: number | undefined) => (day === undefined ? undefined : formatDay(day));
      const beyond = held.spans.filter(({ state }) => state === "beyond");
      const spans = (state: string) =>
        held.spans
          .filter((one) => one.state === state)
          .map(({ from, until }) => `${formatDay(from)}/${formatDay(until)}`)
          .join(" ") || undefined;
      if (beyond.length === 0)
        return [onClause(clause, "law-unchecked", "note", { ...args, within: spans("within"), unknownfrom: span(held.unknownFrom) })];
      return [
        onClause(clause, "below-the-law", bound.level ?? "error", {
          ...args,
          beyond: spans("beyond"),
          within: spans("within"),
          unknownfrom: span(held.unknownFrom),
        }),
      ];
    }
  }
}

/** The figure as typed; a key that is no figure, such as `degree`, by its word. */
function figureOf({ kinds }: Contract, clause: Clause, key: string): Stated<unknown> | undefined {
  const typed = (clause as unknown as Record<string, unknown>)[camel(key)];
  if (typed === undefined) return undefined;
  return kinds.get(clause.kind)!.figures.includes(camel(key)) && isRecord(typed)
    ? (typed as unknown as Stated<unknown>)
    : asWritten(clause.raw[key]);
}

/** The bound as arguments: where it stands, its dates of effect, what follows and what mends. */
function lawOf(contract: Contract, bound: Clause<Bound>): Args {
  const { from, until, otherwise, mend } = bound as Clause<Bound> & { otherwise?: Bilingual; mend?: Bilingual };
  return {
    ...lawArticle(contract, bound),
    since: from === undefined ? undefined : formatDay(from),
    until: until === undefined ? undefined : formatDay(until),
    followsfr: otherwise?.fr,
    followsen: otherwise?.en,
    mendfr: mend?.fr,
    menden: mend?.en,
  };
}
