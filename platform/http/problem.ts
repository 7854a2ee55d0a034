import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Language } from "#kernel/words/language.ts";

/** One thing wrong with what was sent. `place` is a path: `body.lines[2].amount`, `query.limit`. */
export interface Fault {
  place: string;
  code: string;
  /** In both languages, or already said in the reader's. */
  detail: Bilingual | string;
}

/** Why a request is not served, in both languages. Codes are stable: programs read them. */
export interface Refusal {
  /** Words joined by hyphens: `contract-not-found`. */
  code: string;
  /** 400 to 599. */
  status: number;
  title: Bilingual;
  /** What happened this time. */
  detail: Bilingual;
  /** What the reader may do about it. */
  mend: Bilingual;
  /** The clause that refuses. */
  clause?: string | undefined;
  errors?: readonly Fault[] | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A problem document (RFC 9457), in one language. */
export interface Problem {
  /** `https://tenu.eu/problems/<code>` */
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  mend: string;
  clause?: string;
  errors?: { place: string; code: string; detail: string }[];
  /** The request's id, by which the log is found. */
  request?: string;
}

/** What a route throws to answer with a problem. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.detail.en}`);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

export function problemOf(refusal: Refusal, language: Language, request?: string): Problem {
  const { code, status, title, detail, mend, clause, errors } = refusal;
  return {
    type: `https://tenu.eu/problems/${code}`,
    title: title[language],
    status,
    detail: detail[language],
    code,
    mend: mend[language],
    ...(clause !== undefined && { clause }),
    ...(errors && {
      errors: errors.map((one) => ({ ...one, detail: typeof one.detail === "string" ? one.detail : one.detail[language] })),
    }),
    ...(request !== undefined && { request }),
  };
}

export function problemResponse(refusal: Refusal, language: Language, request: string): Response {
  return new Response(JSON.stringify(problemOf(refusal, language, request)), {
    status: refusal.status,
    headers: { ...refusal.headers, "Content-Type": "application/problem+json", "Content-Language": language, Vary: "Accept-Language" },
  });
}
