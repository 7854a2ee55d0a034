import type { References } from "../../references.ts";
import type { Clause } from "../clause.ts";
import type { Contract } from "../contract.ts";
import type { Document, WrittenClause } from "../read.ts";
import { type Told, tellings } from "./events.ts";
import type { Finding } from "./finding.ts";

/** What every check looks at: the composition, the references it is read under, and who tells what in it. */
export interface Review {
  contract: Contract;
  references: References;
  /** Clauses of the contract; those of the law too where nothing but law is read. */
  own: readonly Clause[];
  /** Documents of the contract, likewise. */
  documents: readonly Document[];
  told: Told;
  /** Whether the order form is given: until it is, what it must fix is only a note. */
  ordered: boolean;
  /** The clause as the file has it, before readings and particulars. */
  written(clause: Clause): WrittenClause;
}

export type Check = (review: Review) => Finding[];

export function openReview(contract: Contract, references: References): Review {
  const { clauses, documents, particulars } = contract;
  const lawAlone = documents.every(({ rank }) => rank === "law");
  const written = new Map(documents.flatMap((document) => document.clauses.map((one) => [`${document.id}/${one.id}`, one] as const)));
  return {
    contract,
    references,
    own: clauses.filter(({ rank }) => lawAlone || rank !== "law"),
    documents: documents.filter(({ rank }) => lawAlone || rank !== "law"),
    told: tellings(contract),
    ordered: Object.keys(particulars.figures).length + Object.keys(particulars.order).length > 0,
    written: (clause) => written.get(`${clause.document}/${clause.id}`)!,
  };
}
