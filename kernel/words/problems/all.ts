import { exampleProblems } from "./examples.ts";
import { factProblems } from "./facts.ts";
import { inputProblems } from "./input.ts";
import { ledgerProblems } from "./ledger.ts";
import type { ProblemTemplate } from "./template.ts";
import { termsProblems } from "./terms.ts";
import { valueProblems } from "./values.ts";

/** Every code that can make input unusable. Finding none here is a defect: a test reads the sources. */
export const problemTemplates: Readonly<Record<string, ProblemTemplate>> = {
  ...termsProblems,
  ...valueProblems,
  ...exampleProblems,
  ...factProblems,
  ...inputProblems,
  ...ledgerProblems,
};
