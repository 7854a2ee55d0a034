import type { Problem } from "../terms/problem.ts";
import { sayShown } from "./example-shown.ts";
import type { Language } from "./language.ts";
import { problemTemplates } from "./problems/all.ts";
import type { ProblemTemplate } from "./problems/template.ts";
import { fill } from "./fill.ts";

/** Arguments that hold what stands, as the engine has it. */
const shown = new Set(["example-differs expected", "example-differs found"]);

/** The sentence and the mend of a problem, in both languages. A code nobody wrote words for is shown with its arguments. */
export function problemWords({ code, args }: Pick<Problem, "code" | "args">): ProblemTemplate {
  const words = problemTemplates[code];
  if (!words) {
    const bare = [code, ...Object.entries(args).map(([key, value]) => `${key}: ${value}`)].join(" · ");
    return { fr: bare, en: bare, mend: { fr: "", en: "" } };
  }
  const put = (template: string, language: Language) =>
    fill(template, args, (name, value) => (shown.has(`${code} ${name}`) ? sayShown(value, language) : value)).replace(/\?\./, "?"); // a question about a slip ends its sentence
  return { fr: put(words.fr, "fr"), en: put(words.en, "en"), mend: { fr: put(words.mend.fr, "fr"), en: put(words.mend.en, "en") } };
}
