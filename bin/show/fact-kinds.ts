import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { fieldWords } from "#kernel/words/fields.ts";
import type { Language } from "#kernel/words/language.ts";
import { partyWords } from "#kernel/words/states.ts";
import type { Terminal } from "../terminal.ts";
import { table } from "./table.ts";
import { indent } from "./text.ts";

/** Every kind on a line, by what it is about. */
export function showFactKinds(terminal: Terminal, kinds: readonly FactKind[], language: Language): string {
  const { paint, width } = terminal;
  const groups = Map.groupBy(kinds, ({ kind }) => kind.split(".")[0]!);
  const rows = [...groups].flatMap(([, its]) =>
    its.map((kind) => [
      { text: kind.kind, ink: "accent" as const },
      { text: kind.words[language] },
      { text: partiesOf(kind, language), ink: "faint" as const },
      { text: fieldsOf(kind) },
    ]),
  );
  const titles =
    language === "fr"
      ? ["sorte", "ce qui est arrivé", "qui peut le dire", "champs"]
      : ["kind", "what happened", "who may state it", "fields"];
  const count =
    language === "fr"
      ? `${kinds.length} sortes de faits ; « ? » marque un champ facultatif. « tenu facts SORTE » en montre une en détail.`
      : `${kinds.length} fact kinds; "?" marks an optional field. "tenu facts KIND" shows one in detail.`;
  return `${table(
    terminal,
    [
      { title: titles[0]!, least: 24 },
      { title: titles[1]!, least: 16 },
      { title: titles[2]!, least: 10 },
      { title: titles[3]!, least: 14 },
    ],
    rows,
  )}\n${paint("faint", indent(count, 0, width))}\n`;
}

function partiesOf({ by }: FactKind, language: Language): string {
  return by.map((party) => partyWords[party]?.[language] ?? party).join(", ");
}

function fieldsOf({ fields, optional }: FactKind): string {
  return [...Object.keys(fields), ...Object.keys(optional).map((field) => `${field}?`)].join(", ");
}

/** One kind with its fields, their types and what they are called. */
export function showFactKind(terminal: Terminal, kind: FactKind, language: Language): string {
  const { paint } = terminal;
  const french = language === "fr";
  const sort =
    kind.sort === "act"
      ? french
        ? "acte : une clause peut le refuser"
        : "act: a clause may refuse it"
      : french
        ? "évènement : il est arrivé, quoi qu'en dise une clause"
        : "happening: it happened, whatever a clause says";
  const needed = french ? "nécessaire" : "required";
  const free = french ? "facultatif" : "optional";
  const row = (field: string, type: string, state: string) => [
    { text: field, ink: "accent" as const },
    { text: type },
    { text: fieldWords[field]?.[language] ?? "" },
    { text: state, ink: "faint" as const },
  ];
  const rows = [
    ...Object.entries(kind.fields).map(([field, type]) => row(field, type, needed)),
    ...Object.entries(kind.optional).map(([field, type]) => row(field, type, free)),
  ];
  return [
    `${paint("strong", `${kind.kind}@${kind.version}`)}  ${kind.words[language]}\n`,
    `  ${paint("faint", `${sort} · ${partiesOf(kind, language)}`)}\n`,
    rows.length === 0 ? `  ${french ? "sans champs" : "no fields"}\n` : table(terminal, [{}, { least: 12 }, { least: 12 }, {}], rows, 2),
  ].join("");
}
