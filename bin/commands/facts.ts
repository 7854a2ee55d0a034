import { factCatalogue } from "#catalogue";
import { everyFact } from "#kernel/engine/admit.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { factSchema } from "#kernel/terms/fact-schema.ts";
import { nearest, problem, Unusable } from "#kernel/terms/problem.ts";
import { readFactKinds } from "#kernel/terms/read.ts";
import { readSource } from "#kernel/terms/source.ts";
import { type Command, FINE } from "../call.ts";
import { builtIn } from "../contract/built-in.ts";
import { readText } from "../contract/read-text.ts";
import { writeJson } from "../json/write.ts";
import { showFactKind, showFactKinds } from "../show/fact-kinds.ts";
import { nowhere } from "../trouble.ts";

export const facts: Command = {
  name: "facts",
  words: { fr: "montre les sortes de faits et leurs champs", en: "shows the fact kinds and their fields" },
  usage: "[KIND…]",
  more: [
    {
      fr: "Sans nom, toutes les sortes. Avec un nom, ou le début d'un nom, celles-là, en détail. --json donne un JSON Schema par sorte.",
      en: "Without a name, all kinds. With a name, or the start of one, those, in detail. --json gives a JSON Schema for each kind.",
    },
  ],
  options: {},
  examples: ["tenu facts", "tenu facts invoice.received", "tenu facts incident --json"],
  async run({ names, json, terminal, language }) {
    const all = allKinds();
    const chosen = names.length === 0 ? all : names.flatMap((name) => kindsNamed(name, all));
    if (json) writeJson(terminal, "facts", { kinds: chosen.map((kind) => ({ ...kind, schema: factSchema(kind, everyFact) })) });
    else
      terminal.write(
        names.length === 0
          ? showFactKinds(terminal, chosen, language)
          : chosen.map((kind) => showFactKind(terminal, kind, language)).join("\n"),
      );
    return FINE;
  },
};

/** The catalogue's kinds and those that built-in documents declare, by name. */
function allKinds(): FactKind[] {
  const declared = [...builtIn().values()].flatMap((path) => readFactKinds(readSource(path, readText(path))));
  const kinds = new Map([...factCatalogue.values(), ...declared].map((kind) => [kind.kind, kind]));
  return [...kinds.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}

function kindsNamed(name: string, all: readonly FactKind[]): FactKind[] {
  const exact = all.filter(({ kind, version }) => kind === name || `${kind}@${version}` === name);
  const found = exact.length > 0 ? exact : all.filter(({ kind }) => kind.startsWith(`${name}.`));
  if (found.length > 0) return found;
  const near = nearest(
    name,
    all.map(({ kind }) => kind),
  );
  throw new Unusable([problem("fact-kind-asked", nowhere, { kind: name, ...(near !== undefined && { near }) })]);
}
