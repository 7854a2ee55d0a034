import { dirname } from "node:path";
import { playExample } from "#kernel/engine/example.ts";
import type { References } from "#kernel/references.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Finding } from "#kernel/terms/lint/finding.ts";
import { lint } from "#kernel/terms/lint/lint.ts";
import { type Problem, problem, Unusable } from "#kernel/terms/problem.ts";
import type { Document } from "#kernel/terms/read.ts";
import { loadReferences } from "#references/load.ts";
import { type Call, value, values } from "../call.ts";
import { findDocuments, placed } from "../contract/open-contract.ts";
import { openLibrary } from "../contract/library.ts";
import { noParticulars, readParticulars } from "../contract/particulars.ts";
import { openProgress } from "../progress.ts";
import { nowhere } from "../trouble.ts";

/** What one file looks like to a reader who doubts: problems stop it from being read, failures are examples that come out otherwise. */
export interface Review {
  document: Document;
  contract: Contract;
  problems: readonly Problem[];
  findings: readonly Finding[];
  failures: readonly Problem[];
  examples: number;
}

/** Reviews every file named, each composed with the law, the annexes asked for and the particulars. */
export function reviewAll(call: Call): Review[] {
  if (call.names.length === 0) throw new Unusable([problem("contract-missing", nowhere)]);
  const path = value(call, "particulars");
  const form = path === undefined ? noParticulars("") : readParticulars(path);
  const files = findDocuments(call.names);
  const annexes = findDocuments(values(call, "with").flatMap((one) => one.split(",").map((id) => id.trim())));
  const ordered = path === undefined ? { ids: [], own: [] } : findDocuments(form.documents, dirname(path));
  const library = openLibrary([...ordered.own, ...annexes.own, ...files.own]);
  // What else was asked for is reviewed too: an annex may be emptied by the terms above it.
  const joined = new Set([...annexes.ids, ...ordered.ids.filter((id) => !form.law.includes(id))]);
  const references = loadReferences();
  const progress = openProgress(call.terminal);
  const reviews = files.ids.map((id): Review => {
    progress.show(id);
    const document = library.documents.get(id)!;
    const { contract: _contract, placeOf: _placeOf, law, ...particulars } = form;
    const documents = [...new Set([...law, id, ...annexes.ids, ...ordered.ids])];
    const contract = compose(library, { ...particulars, contract: id, documents });
    const { problems, findings } = reviewed(contract, references);
    const failures =
      problems.length > 0 ? [] : document.examples.flatMap((example) => playExample(library, document, example, references, law));
    return {
      document,
      contract,
      problems: problems.map((one) => placed(one, form, id)),
      findings: findings.filter(({ document: its }) => its === id || joined.has(its)),
      failures,
      examples: document.examples.length,
    };
  });
  progress.done();
  return reviews;
}

/** What the linter finds, or what keeps it from looking. */
function reviewed(contract: Contract, references: References): Pick<Review, "problems" | "findings"> {
  if (contract.problems.length > 0) return { problems: contract.problems, findings: [] };
  try {
    return { problems: [], findings: lint(contract, references) };
  } catch (error) {
    if (error instanceof Unusable) return { problems: error.problems, findings: [] };
    throw error;
  }
}
