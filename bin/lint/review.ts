import { dirname } from "node:path";
import { playExample } from "#kernel/engine/example.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Finding } from "#kernel/terms/lint/finding.ts";
import { lint } from "#kernel/terms/lint/lint.ts";
import { type Problem, problem, Unusable } from "#kernel/terms/problem.ts";
import type { Document } from "#kernel/terms/read.ts";
import { loadReferences } from "#references/load.ts";
import { type Call, value, values } from "../call.ts";
import { findDocuments } from "../contract/open-contract.ts";
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
    const findings =
      contract.problems.length > 0 ? [] : lint(contract, references).filter(({ document: its }) => its === id || joined.has(its));
    const failures =
      contract.problems.length > 0 ? [] : document.examples.flatMap((example) => playExample(library, document, example, references, law));
    return { document, contract, problems: contract.problems, findings, failures, examples: document.examples.length };
  });
  progress.done();
  return reviews;
}
