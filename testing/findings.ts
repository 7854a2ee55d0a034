import { readdirSync, readFileSync } from "node:fs";
import { factCatalogue } from "#catalogue";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract, Particulars } from "#kernel/terms/contract.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import type { Finding } from "#kernel/terms/lint/finding.ts";
import { lint } from "#kernel/terms/lint/lint.ts";
import { loadReferences } from "#references/load.ts";

const references = loadReferences();

const files = ["law", "contracts"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`),
);

const library = readLibrary(
  [...files, "testing/clean-contract.md"].map((file) => ({ file, text: readFileSync(file, "utf8") })),
  factCatalogue,
  clauseKinds,
);

/** A composition under French and European law. */
export function composed(documents: readonly string[], given: Partial<Particulars> = {}): Contract {
  return compose(library, {
    contract: documents.join("+"),
    documents: ["fr", "eu", ...documents],
    parties: {},
    figures: {},
    readings: {},
    order: {},
    ...given,
  });
}

export function findingsOf(documents: readonly string[], given: Partial<Particulars> = {}): Finding[] {
  return lint(composed(documents, given), references);
}

const front = `---
terms: trial
version: 1
rank: terms
title: { fr: Essai, en: Trial }
zone: Europe/Paris
holidays: FR
language: fr
---
`;

/** What the linter says of a few lines of terms, on their own or with the documents named. Front matter is added where there is none. */
export function trial(text: string, { documents = [], ...given }: Partial<Particulars> = {}): Finding[] {
  const whole = text.startsWith("---") ? text : `${front}\n${text}`;
  const { documents: own } = readLibrary([{ file: "trial.md", text: whole }], factCatalogue, clauseKinds);
  const both = { ...library, documents: new Map([...library.documents, ...own]) };
  return lint(
    compose(both, { contract: "trial", documents: [...documents, "trial"], parties: {}, figures: {}, readings: {}, order: {}, ...given }),
    references,
  );
}

/** The same, of one sort only, short enough to compare: code, clause and the arguments asked for. */
export function told(findings: readonly Finding[], code: string, ...args: string[]): string[] {
  return findings
    .filter((finding) => finding.code === code)
    .map(({ level, clause, args: given }) =>
      [level, ...(clause === undefined ? [] : [clause]), ...args.map((name) => given[name] ?? "–")].join(" "),
    );
}
