import type { Bilingual } from "../../terms/fact-kind.ts";

/** What is wrong and what mends it, as templates for `fill`. */
export interface FindingTemplate extends Bilingual {
  mend: Bilingual;
}

/** By code; a code with a second sentence has it under `code/case`. */
export type FindingTemplates = Readonly<Record<string, FindingTemplate>>;
