import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factCatalogue } from "#catalogue";
import type { Fact } from "#kernel/engine/fact.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract, Particulars } from "#kernel/terms/contract.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { parseInstant } from "#kernel/time/instant.ts";

const home = join(import.meta.dirname, "..");

/** The law and the contracts of this release, as the command reads them. */
export const library = readLibrary(
  ["law", "contracts"].flatMap((folder) =>
    readdirSync(join(home, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(home, folder, name), "utf8") })),
  ),
  factCatalogue,
  clauseKinds,
);

/** A contract of the library under the law of France and the Union. */
export function contractOf(documents: readonly string[], particulars: Partial<Particulars> = {}): Contract {
  return compose(library, {
    contract: documents.join(" + "),
    documents: ["fr", "eu", ...documents],
    parties: {},
    figures: {},
    readings: {},
    order: {},
    ...particulars,
  });
}

/** A fact told when it happened. Its id is its kind, subject and instant, so that the same call tells the same fact. */
export function told(
  when: string,
  kind: string,
  by: string,
  { subject = "contract", recorded = when, ...fields }: { subject?: string; recorded?: string } & Fact["fields"] = {},
): Fact {
  return {
    id: `${kind}/${subject}/${when}`,
    source: "test",
    kind,
    subject,
    occurred: instant(when),
    recorded: instant(recorded),
    by,
    fields,
  };
}

export function instant(text: string): number {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`${text} is no instant`);
  return at;
}
