import { findingWords } from "#kernel/words/findings.ts";
import type { Review } from "../lint/review.ts";
import { problemJson } from "../show/problems.ts";

/** Findings for machines: code, level and place stay; words may improve. */
export function reviewJson(reviews: readonly Review[]): Record<string, unknown> {
  return {
    files: reviews.map(({ document, contract, problems, findings, failures, examples }) => ({
      document: document.id,
      version: document.version,
      file: document.source.file,
      composedWith: contract.documents.map(({ id }) => id).filter((id) => id !== document.id),
      problems: problems.map(problemJson),
      findings: findings.map((finding) => {
        const { mend, ...words } = findingWords(finding, contract);
        return { ...finding, words, mend };
      }),
      examples: { played: examples, failed: failures.map(problemJson) },
    })),
  };
}
