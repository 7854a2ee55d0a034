import { divergent } from "../../engine/resolve.ts";
import { type Clause, camel } from "../clause.ts";
import { isRecord } from "../source.ts";
import type { Stated } from "../stated.ts";
import { asWritten, shown } from "./figures.ts";
import { onClause } from "./finding.ts";
import type { Check } from "./review.ts";

/** A figure that the two languages give differently, with the side that applies. */
export const divergences: Check = (review) =>
  review.own.flatMap((clause) => {
    const { raw } = review.written(clause);
    const { figures } = review.contract.kinds.get(clause.kind)!;
    return Object.entries(raw).flatMap(([key, told]) => {
      if (!figures.includes(camel(key)) || review.contract.particulars.figures[`${clause.id}.${key}`] !== undefined) return [];
      return sides(asWritten(told)).map(({ fr, en }) =>
        onClause(clause, "languages-differ", "warning", {
          figure: key,
          fr: shownStated(fr),
          en: shownStated(en),
          applies: applies(clause, raw, key, fr, en),
        }),
      );
    });
  });

type Divergence = Extract<Stated<unknown>, { is: "divergence" }>;

function sides(figure: Stated<unknown>): Divergence[] {
  if (figure.is === "divergence") return [figure];
  return figure.is === "table" ? figure.cases.flatMap(({ then }) => sides(then)) : [];
}

function applies(clause: Clause, raw: Readonly<Record<string, unknown>>, key: string, fr: Stated<unknown>, en: Stated<unknown>): string {
  const chosen = isRecord(raw["alternatives"]) ? raw["alternatives"][clause.reading ?? ""] : undefined;
  if (isRecord(chosen) && chosen[key] !== undefined) return shown(chosen[key]);
  return shownStated(divergent(clause, fr, en) === "fr" ? fr : en);
}

function shownStated(figure: Stated<unknown>): string {
  return figure.is === "value" ? shown(figure.value) : figure.is === "blank" ? "left blank" : figure.is === "ordered" ? "as ordered" : "…";
}
