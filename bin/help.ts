import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Command, Option } from "./call.ts";
import { everyOption } from "./options.ts";
import { table } from "./show/table.ts";
import { indent } from "./show/text.ts";
import type { Terminal } from "./terminal.ts";

/** `tenu --help`. */
export function helpOfAll(terminal: Terminal, commands: Readonly<Record<string, { words: Bilingual }>>, language: Language): string {
  const { paint, width } = terminal;
  const french = language === "fr";
  const lead = french
    ? "Tenu exécute des contrats SaaS : pour chaque contrat, à chaque instant, il dit qui doit quoi à qui et pour quand, qui peut faire quoi jusqu'à quand, ce que cela coûte, et pourquoi."
    : "Tenu runs SaaS contracts: for every contract, at every instant, it says who owes what to whom by when, who may do what until when, what it costs, and why.";
  const rows = Object.entries(commands).map(([name, { words }]) => [{ text: name, ink: "accent" as const }, { text: words[language] }]);
  return [
    `${indent(lead, 0, width)}\n`,
    `\n${paint("strong", french ? "Emploi" : "Usage")}  tenu ${french ? "COMMANDE [options]" : "COMMAND [options]"}\n\n`,
    table(terminal, [{}, { least: 30 }], rows, 2),
    `\n${paint("strong", french ? "Pour toutes" : "For all of them")}\n`,
    optionTable(terminal, everyOption, language),
    `\n${indent(french ? "« tenu COMMANDE --help » en dit plus. Sorties : 0 tout va bien, 1 constats au niveau demandé, 2 entrée inutilisable." : '"tenu COMMAND --help" says more. Exit codes: 0 fine, 1 findings at the level asked for, 2 input that cannot be used.', 0, width)}\n`,
  ].join("");
}

/** `tenu COMMAND --help`. */
export function helpOf(terminal: Terminal, command: Command, language: Language): string {
  const { paint, width } = terminal;
  const french = language === "fr";
  const examples = command.examples ?? [];
  return [
    `${indent(`${command.words[language].charAt(0).toUpperCase()}${command.words[language].slice(1)}.`, 0, width)}\n`,
    `\n${paint("strong", french ? "Emploi" : "Usage")}  tenu ${command.name}${command.usage === "" ? "" : ` ${command.usage}`} [options]\n`,
    ...(command.more ?? []).map((paragraph) => `\n${indent(paragraph[language], 0, width)}\n`),
    `\n${paint("strong", "Options")}\n`,
    optionTable(terminal, { ...command.options, ...everyOption }, language),
    ...(examples.length > 0 ? [`\n${paint("strong", french ? "Exemples" : "Examples")}\n`, ...examples.map((line) => `  ${line}\n`)] : []),
  ].join("");
}

function optionTable(terminal: Terminal, options: Readonly<Record<string, Option>>, language: Language): string {
  const rows = Object.entries(options).map(([name, { value, short, words, many }]) => [
    {
      text: `--${name}${short === undefined ? "" : `, -${short}`}${value === undefined ? "" : ` ${value}`}${many && !value?.endsWith("…") ? "…" : ""}`,
      ink: "accent" as const,
    },
    { text: words[language] },
  ]);
  return table(terminal, [{}, { least: 20 }], rows, 2);
}
