import type { Language } from "#kernel/words/language.ts";

/** `--lang`, else the system's language, else English. Looked at before anything else: errors speak it too. */
export function languageOf(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const told = at < 0 ? undefined : argv[at]!.includes("=") ? argv[at]!.slice(7) : argv[at + 1];
  if (told === "fr" || told === "en") return told;
  const system = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return system.toLowerCase().startsWith("fr") ? "fr" : "en";
}
