import type { Bilingual } from "../../terms/fact-kind.ts";

/** What is wrong and what mends it, as templates for `fill`. */
export interface ProblemTemplate extends Bilingual {
  mend: Bilingual;
}
