import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "#kernel/terms/problem.ts";
import { Misused, readArguments } from "./arguments.ts";
import { FINE, UNUSABLE } from "./call.ts";
import { commands } from "./commands/list.ts";
import { helpOf, helpOfAll } from "./help.ts";
import { languageOf } from "./language.ts";
import { everyOption } from "./options.ts";
import { openTerminal } from "./terminal.ts";

const { word, rest } = split(process.argv.slice(2));
const language = languageOf(process.argv.slice(2), process.env);
const terminal = openTerminal(process.argv.includes("--no-color"));

// A reader that has seen enough (head, less) closes the pipe: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.exitCode = await main();

async function main(): Promise<number> {
  if (word === "" && rest.some((one) => one === "--version" || one === "-v")) {
    terminal.write(
      `${(JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8")) as { version: string }).version}\n`,
    );
    return 0;
  }
  if (word === "" || word === "help") {
    const stray = rest.find((one) => one.startsWith("-") && !/^(--help|-h|--no-color|--lang.*)$/.test(one));
    if (stray !== undefined)
      terminal.tell(language === "fr" ? `L'option ${stray} vient sans commande.\n\n` : `The option ${stray} comes without a command.\n\n`);
    terminal.write(helpOfAll(terminal, commands, language));
    return stray === undefined ? FINE : UNUSABLE;
  }
  const entry = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!entry) {
    const near = nearest(word, Object.keys(commands));
    const asked = language === "fr" ? `« ${word} » n'est pas une commande de tenu` : `"${word}" is no command of tenu`;
    const hint = near === undefined ? "" : language === "fr" ? ` ; vouliez-vous « tenu ${near} » ?` : `; did you mean "tenu ${near}"?`;
    terminal.tell(
      `${asked}${hint === "" ? "." : hint}\n${language === "fr" ? "« tenu --help » les montre toutes." : '"tenu --help" shows them all.'}\n`,
    );
    return UNUSABLE;
  }
  const command = await entry.open();
  try {
    const { names, given } = readArguments(rest, { ...command.options, ...everyOption });
    if (given.has("help")) {
      terminal.write(helpOf(terminal, command, language));
      return 0;
    }
    return await command.run({ names, given, language, json: given.has("json"), terminal, now: Date.now() });
  } catch (error) {
    if (error instanceof Misused) {
      terminal.tell(
        `${error.words[language]}\n${language === "fr" ? `« tenu ${word} --help » montre ses options.` : `"tenu ${word} --help" shows its options.`}\n`,
      );
      return UNUSABLE;
    }
    const [{ problemsOf }, { problemJson, tellProblems }] = await Promise.all([import("./trouble.ts"), import("./show/problems.ts")]);
    const problems = problemsOf(error);
    if (rest.includes("--json"))
      terminal.write(`${JSON.stringify({ format: "tenu.problems@1", problems: problems.map(problemJson) }, undefined, 2)}\n`);
    else tellProblems(terminal, problems, language);
    return UNUSABLE;
  }
}

/** The command's name, wherever it stands among the options that go before it. */
function split(argv: readonly string[]): { word: string; rest: string[] } {
  let at = 0;
  while (at < argv.length && argv[at]!.startsWith("-")) at += argv[at] === "--lang" ? 2 : 1;
  return { word: argv[at] ?? "", rest: argv.filter((_, index) => index !== at) };
}
