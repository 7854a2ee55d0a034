import type { Bilingual } from "../terms/fact-kind.ts";
import type { Finding } from "../terms/lint/finding.ts";
import { fill } from "./fill.ts";
import { documentFindings } from "./findings/documents.ts";
import { eventFindings } from "./findings/events.ts";
import { figureFindings } from "./findings/figures.ts";
import { lawFindings } from "./findings/law.ts";
import { argumentsFor, sayArgument } from "./findings/say.ts";
import type { FindingTemplates } from "./findings/template.ts";
import { textFindings } from "./findings/texts.ts";
import { type Named, voiceOf } from "./findings/voices.ts";

/** Every code the linter has, some with a second sentence. A test reads the sources for codes that lack words. */
export const findingTemplates: FindingTemplates = {
  ...figureFindings,
  ...textFindings,
  ...documentFindings,
  ...eventFindings,
  ...lawFindings,
};

/** A finding in plain words, with what would mend it. The contract it is about lends its names; without one, ids are shown. */
export function findingWords(finding: Finding, contract?: Named): Bilingual & { mend: Bilingual } {
  const { fr, en, mend } = findingTemplates[`${finding.code}/${caseOf(finding)}`] ??
    findingTemplates[finding.code] ?? { fr: finding.code, en: finding.code, mend: { fr: "", en: "" } };
  const put = (template: string, language: "fr" | "en") => {
    const context = voiceOf(language, contract);
    return sentence(fill(template, argumentsFor(finding, context), (name, value) => sayArgument(name, value, context)));
  };
  return { fr: put(fr, "fr"), en: put(en, "en"), mend: { fr: put(mend.fr, "fr"), en: put(mend.en, "en") } };
}

function caseOf({ args }: Finding): string {
  if (args["setasideby"] !== undefined) return "set-aside";
  if (args["fact"] !== undefined) return "stated";
  if (args["document"] !== undefined) return "elsewhere";
  if (args["beyond"] !== undefined || args["within"] !== undefined) return "dated";
  return args["reading"] === undefined ? "" : "read";
}

/** A capital first; last one full stop, or the question mark of a question about a slip. */
function sentence(text: string): string {
  const trimmed = text
    .trim()
    .replace(/\.\.+$/, ".")
    .replace(/\?\./, "?");
  if (trimmed === "") return "";
  return `${trimmed[0]!.toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? "" : "."}`;
}
