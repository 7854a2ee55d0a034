import type { Decision, Particulars } from "../contract.ts";
import { list } from "../grammar.ts";
import type { Document, WrittenClause } from "../read.ts";
import { isRecord } from "../source.ts";

export type Rank = "law" | "terms" | "annexes" | "particulars";

const usualOrder: Rank[] = ["particulars", "terms", "annexes"];

/** Highest first; the law stands above whatever the parties wrote. */
export function rankOrder(documents: readonly Document[], particulars: Particulars): Rank[] {
  for (const document of documents) {
    for (const { kind, id, raw } of document.clauses) {
      const told = particulars.figures[`${id}.order`] ?? raw["order"];
      if (kind !== "agreement" || told === undefined) continue;
      const value = isRecord(told) ? told["amended"] : told;
      const order = (Array.isArray(value) ? value.map(String) : String(value).split(",")).map((rank) => rank.trim() as Rank);
      return ["law", ...order, ...usualOrder.filter((rank) => !order.includes(rank))];
    }
  }
  return ["law", ...usualOrder];
}

export function rankOf(document: Document): Rank {
  return document.rank === "annex" ? "annexes" : document.rank;
}

export interface Ranked {
  order: readonly Rank[];
  documents: readonly Document[];
}

export function byRank(documents: readonly Document[], order: readonly Rank[]): Ranked {
  return { order, documents: documents.toSorted((a, b) => order.indexOf(rankOf(a)) - order.indexOf(rankOf(b))) };
}

/** Drops what a document of higher rank sets aside in lower ones: how general terms that prevail empty an annex. */
export function setAside({ order, documents }: Ranked, decisions: Decision[]): WrittenClause[] {
  const dropped: { by: string; what: string; below: number }[] = [];
  const kept: WrittenClause[] = [];
  for (const document of documents) {
    const rank = order.indexOf(rankOf(document));
    for (const written of document.clauses) {
      const rule = dropped.find(({ what, below }) => rank > below && (written.kind === what || written.raw["topic"] === what));
      if (rule) decisions.push({ code: "set-aside", clause: written.id, args: { by: rule.by, what: rule.what, document: document.id } });
      else kept.push(written);
    }
    for (const { id, raw } of document.clauses) {
      if (raw["sets-aside"] === undefined) continue;
      for (const what of list(raw["sets-aside"])) dropped.push({ by: id, what, below: rank });
    }
  }
  return kept;
}
