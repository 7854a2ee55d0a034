import type { Problem } from "../terms/problem.ts";
import { exampleProblems } from "./problems/examples.ts";
import { factProblems } from "./problems/facts.ts";
import { inputProblems } from "./problems/input.ts";
import type { ProblemTemplate } from "./problems/template.ts";
import { termsProblems } from "./problems/terms.ts";
import { valueProblems } from "./problems/values.ts";
import { fill } from "./fill.ts";

/** Every code that can make input unusable. Finding none here is a defect: a test reads the sources. */
export const problemTemplates: Readonly<Record<string, ProblemTemplate>> = {
  ...termsProblems,
  ...valueProblems,
  ...exampleProblems,
  ...factProblems,
  ...inputProblems,
};

/** The sentence and the mend of a problem, in both languages. A code nobody wrote words for is shown with its arguments. */
export function problemWords({ code, args }: Pick<Problem, "code" | "args">): ProblemTemplate {
  const words = problemTemplates[code];
  if (!words) {
    const bare = [code, ...Object.entries(args).map(([key, value]) => `${key}: ${value}`)].join(" · ");
    return { fr: bare, en: bare, mend: { fr: "", en: "" } };
  }
  const put = (template: string) => fill(template, args).replace(/\?\./, "?"); // a question about a slip ends its sentence
  return { fr: put(words.fr), en: put(words.en), mend: { fr: put(words.mend.fr), en: put(words.mend.en) } };
}
