import type { Check, Verdict } from "#kernel/evidence/verdict.ts";
import { keyId, type VerifierKey } from "#kernel/evidence/verifier-key.ts";
import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { checkWords, evidenceWords, packPlaceInWords } from "#kernel/words/evidence.ts";
import type { Language } from "#kernel/words/language.ts";
import type { Ink } from "../paint.ts";
import type { Terminal } from "../terminal.ts";
import { type Cell, table } from "./table.ts";
import { indent } from "./text.ts";
import { heading } from "./title.ts";

const signs: Readonly<Record<Check["state"], readonly [sign: string, ink: Ink, words: Bilingual]>> = {
  ok: ["✓", "good", { fr: "tient", en: "holds" }],
  partial: ["◐", "soon", { fr: "en partie", en: "in part" }],
  skipped: ["–", "faint", { fr: "non fait", en: "skipped" }],
};

/** Each look at a pack with its outcome, then the first thing that does not hold, then whose keys were believed. */
export function showVerdict(terminal: Terminal, file: string, verdict: Verdict, keys: readonly VerifierKey[], language: Language): string {
  const { paint, width } = terminal;
  const rows = verdict.checks.map((one): Cell[] => {
    const [sign, ink, words] = signs[one.state];
    return [
      { text: sign, ink },
      { text: checkWords[one.check][language] },
      { text: words[language], ink },
      { text: evidenceWords(one)[language] },
    ];
  });
  if (!verdict.ok) rows.push(faultRow(verdict, language));
  const said = stateOf(verdict);
  const lines = [...(verdict.ok ? [] : [afterFault]), pinnedWords(keys)].map((words) => `\n${indent(words[language], 0, width)}\n`);
  return [
    heading(terminal, file, said.words[language], said.ink),
    table(terminal, [{}, { least: 12 }, {}, { least: 30 }], rows, 1),
    ...lines.map((line) => paint("faint", line)),
  ].join("");
}

function faultRow(fault: Extract<Verdict, { ok: false }>, language: Language): Cell[] {
  const place = packPlaceInWords(fault.place)[language];
  return [
    { text: "✗", ink: "bad" },
    { text: checkWords[fault.check][language] },
    { text: language === "fr" ? "ne tient pas" : "does not hold", ink: "bad" },
    { text: `${place.charAt(0).toUpperCase()}${place.slice(1)}${language === "fr" ? " : " : ": "}${evidenceWords(fault)[language]}` },
  ];
}

function stateOf({ ok, checks }: Verdict): { words: Bilingual; ink: Ink } {
  if (!ok) return { words: { fr: "ne tient pas", en: "does not hold" }, ink: "bad" };
  if (checks.every(({ state }) => state === "ok")) return { words: { fr: "tient", en: "holds" }, ink: "good" };
  return { words: { fr: "tient, pour ce qui a été regardé", en: "holds, as far as it was looked at" }, ink: "good" };
}

const afterFault: Bilingual = {
  fr: "Ce qui suit n'a pas été regardé : une seule chose qui ne tient pas suffit.",
  en: "What comes after was not looked at: one thing that does not hold is enough.",
};

function pinnedWords(keys: readonly VerifierKey[]): Bilingual {
  const names = keys.map((key) => `${key.name}+${keyId(key)}`).join(", ");
  if (keys.some(({ use }) => use === "note")) return { fr: `Clés crues : ${names}.`, en: `Keys believed: ${names}.` };
  const witnesses = { fr: names === "" ? "" : ` Témoins crus : ${names}.`, en: names === "" ? "" : ` Witnesses believed: ${names}.` };
  return {
    fr: `Aucune clé de l'installation n'a été donnée (--key) : rien ici ne prouve qui a signé. Demandez la clé par un autre chemin que ce fichier.${witnesses.fr}`,
    en: `No key of the installation was given (--key): nothing here proves who signed. Get the key another way than with this file.${witnesses.en}`,
  };
}
