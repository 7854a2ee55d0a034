import { clauseKinds } from "#kernel/kinds/all.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { factCatalogue } from "#catalogue";

/** A document of clauses without prose, each written as its kind and its keys. */
export function smallTerms(id: string, clauses: readonly string[], front = "zone: Europe/Paris\nholidays: FR"): string {
  const head = `terms: ${id}\nversion: "1"\nrank: terms\ntitle: { fr: x, en: x }\n${front}\ndrafter: provider\nlanguage: both`;
  const blocks = clauses.map((clause) => `\`\`\`clause ${clause}\n\`\`\`\n`);
  return `---\n${head}\n---\n\n# x | x\n\n## 1 x | x\n\n${blocks.join("\n")}`;
}

/** A contract of some documents, without the law; the other texts stand in the library, to be attached. */
export function contractOfTexts(texts: Record<string, string>, documents: readonly string[] = Object.keys(texts)): Contract {
  const files = Object.entries(texts).map(([id, text]) => ({ file: `${id}.md`, text }));
  const library = readLibrary(files, factCatalogue, clauseKinds);
  return compose(library, { contract: "small", documents, parties: {}, figures: {}, readings: {}, order: {} });
}

/** A contract of these clauses alone; the `others` stand in the library, to be attached. */
export function smallContract(clauses: readonly string[], others: Record<string, readonly string[]> = {}): Contract {
  const texts = Object.entries({ small: clauses, ...others }).map(([id, own]) => [id, smallTerms(id, own)]);
  return contractOfTexts(Object.fromEntries(texts) as Record<string, string>, ["small"]);
}
