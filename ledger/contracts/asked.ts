import { z } from "zod";
import { type Clause, camel } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { isFiled } from "#kernel/terms/contract.ts";
import { figuresOf } from "#kernel/terms/lint/figures.ts";
import { isRecord } from "#kernel/terms/source.ts";
import { values } from "#kernel/terms/stated.ts";

/** Where a question of the order form comes from. */
interface Asking {
  clause: string;
  document: string;
  article: string;
  /** What the clause is called. */
  words: Bilingual;
}

/** A figure that the order form gives: one that the terms leave to it, or leave blank. */
export interface AskedFigure extends Asking {
  /** `clause.figure`, and the case of a table behind it. */
  address: string;
  kind: string;
  figure: string;
  case?: string;
  /** Whether the terms leave it blank: then nobody must give it, and what depends on it stays unknown. */
  blank: boolean;
  /** Values that its grammar takes. */
  examples: readonly string[];
}

/** A clause that can be read in more than one way. */
export interface AskedReading extends Asking {
  chosen?: string;
  alternatives: readonly string[];
  because?: Bilingual;
}

/** A key of the order: a choice between cases, or a document that must be named. */
export interface AskedKey extends Asking {
  key: string;
  cases?: readonly string[];
}

export interface Asked {
  figures: readonly AskedFigure[];
  readings: readonly AskedReading[];
  order: readonly AskedKey[];
}

type About = (clause: Clause) => Asking;

/** What the order form has to say of documents composed without one; `called` names a clause in both languages. */
export function askedOf(contract: Contract, called: (clause: string) => Bilingual): Asked {
  const own = contract.clauses.filter(({ rank }) => rank !== "law");
  const about: About = ({ id, document, article }) => ({ clause: id, document, article, words: called(id) });
  const keys = own.flatMap((clause) => [...choicesOf(contract, clause, about), ...documentsOf(contract, clause, about)]);
  return {
    figures: own.flatMap((clause) => figuresAsked(contract, clause, about)),
    readings: own.flatMap((clause) => readingsOf(clause, about)),
    order: keys.filter((one, index) => keys.findIndex(({ key }) => key === one.key) === index),
  };
}

function figuresAsked(contract: Contract, clause: Clause, about: About): AskedFigure[] {
  return figuresOf(contract, clause).flatMap(({ key, figure }) =>
    [...values(figure)].flatMap(({ path, figure: { is } }) => {
      const divergent = path.includes("fr") || path.includes("en");
      if (is === "value" || divergent) return [];
      const address = [`${clause.id}.${key}`, ...path].join(".");
      const one = {
        ...about(clause),
        address,
        kind: clause.kind,
        figure: key,
        blank: is === "blank",
        examples: examplesOf(contract, clause, key),
      };
      return [path.length === 0 ? one : { ...one, case: path.join(", ") }];
    }),
  );
}

function examplesOf({ kinds }: Contract, { kind }: Clause, key: string): string[] {
  const schema = kinds.get(kind)?.shape.shape[camel(key)] as z.ZodType | undefined;
  const read: { examples?: unknown } = schema ? z.toJSONSchema(schema, { io: "input" }) : {};
  return (Array.isArray(read.examples) ? read.examples : []).filter((one) => one !== "as ordered" && one !== "left blank").map(String);
}

function choicesOf(contract: Contract, clause: Clause, about: About): AskedKey[] {
  return figuresOf(contract, clause).flatMap(({ figure }) =>
    figure.is === "table" && figure.by.startsWith("order.")
      ? [{ ...about(clause), key: figure.by.slice(6), cases: figure.cases.map((one) => one.key).filter((one) => one !== "else") }]
      : [],
  );
}

/** Documents that a clause leans on, and annexes that must stand. */
function documentsOf({ particulars, decisions }: Contract, clause: Clause, about: About): AskedKey[] {
  const annexes = decisions.flatMap((one) => (one.code === "annex-missing" && one.clause === clause.id ? [one.args["annex"]!] : []));
  const named = (clause.refersTo ?? []).filter((name) => !isFiled(particulars, name));
  return [...annexes, ...named].map((key) => ({ ...about(clause), key }));
}

function readingsOf(clause: Clause, about: About): AskedReading[] {
  const alternatives = isRecord(clause.alternatives) ? Object.keys(clause.alternatives) : [];
  if (alternatives.length < 2) return [];
  const { reading, because } = clause;
  return [{ ...about(clause), alternatives, ...(reading !== undefined && { chosen: reading }), ...(because && { because }) }];
}
