import type { Standing } from "../engine/standing.ts";
import { Misread } from "../terms/problem.ts";
import { isRecord } from "../terms/source.ts";
import { formatInstant, type Instant, parseInstant } from "../time/instant.ts";
import { canonical, digestOf } from "./canonical.ts";

/** What its author signs about a contract: that this stood at that instant. Its signed text ties terms and log together. */
export interface Statement {
  contract: string;
  /** The standing is that of the first entries, so many. */
  size: number;
  at: Instant;
  knownAt: Instant;
  /** The engine's edition; that of the references is in the terms. */
  engine: string;
  /** `termsDigest` */
  terms: string;
  /** `standingDigest` */
  standing: string;
}

const FORMAT = "tenu-statement/1";

/** SHA-256, in hex, of a standing's canonical JSON. */
export function standingDigest(standing: Standing): string {
  return digestOf(standing);
}

/** The text of its signed note: one line of canonical JSON. */
export function statementText({ at, knownAt, ...rest }: Statement): string {
  return `${canonical({ format: FORMAT, ...rest, at: formatInstant(at), knownAt: formatInstant(knownAt) })}\n`;
}

/** Reads such a text. Throws Misread `statement-form` where it is anything else than `statementText` writes. */
export function readStatement(text: string): Statement {
  const raw = parsed(text);
  const { contract, size, at, knownAt, engine, terms, standing } = isRecord(raw) ? raw : {};
  const [then, known] = [at, knownAt].map((told) => (typeof told === "string" ? parseInstant(told) : undefined));
  const worded = [contract, engine, terms, standing].every((told) => typeof told === "string");
  if (!worded || !Number.isSafeInteger(size) || then === undefined || known === undefined) throw new Misread("statement-form", {});
  const statement = { contract, size, at: then, knownAt: known, engine, terms, standing } as Statement;
  if (statementText(statement) !== text) throw new Misread("statement-form", {});
  return statement;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
