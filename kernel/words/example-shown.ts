import type { Shown } from "../engine/example-shown.ts";
import type { ItemState } from "../engine/item.ts";
import { parseFraction } from "../money/fraction.ts";
import type { Bilingual } from "../terms/fact-kind.ts";
import type { FigureVoice } from "./figures.ts";
import { voiceOf } from "./findings/voices.ts";
import type { Language } from "./language.ts";
import { reasonWords } from "./reasons.ts";
import { phaseWords, stateWords } from "./states.ts";

const times: Readonly<Record<string, Bilingual>> = {
  from: { fr: "à partir du", en: "from" },
  due: { fr: "échéance", en: "due" },
  target: { fr: "délai visé", en: "target" },
  until: { fr: "jusqu'au", en: "until" },
  done: { fr: "fait le", en: "done" },
  ends: { fr: "fin le", en: "ends" },
};

/** What an example expects, or what stands in its place: names and times as the example writes them, the rest in words. */
export function sayShown(json: string, language: Language): string {
  const context = voiceOf(language);
  const all = (JSON.parse(json) as Shown[]).map((one) => sayOne(one, context));
  return all.length === 0 ? (language === "fr" ? "rien" : "nothing") : all.join(language === "fr" ? " ; " : "; ");
}

function sayOne({ clause, subject, right, state, times: when, amount, reason }: Shown, { voice, names }: FigureVoice): string {
  const { language } = voice;
  const name = clause === "contract" ? (language === "fr" ? "le contrat" : "the contract") : clause;
  const said =
    state === undefined
      ? language === "fr"
        ? "rien"
        : "nothing"
      : state in phaseWords
        ? phaseWords[state as keyof typeof phaseWords][language]
        : state === "ends"
          ? ""
          : stateWords(right ? "right" : "obligation", state as ItemState)[language];
  const dated = Object.entries(when).map(([key, at]) => `${times[key]?.[language] ?? key} ${at}`);
  const [number = "", ...unit] = (amount ?? "").split(" ");
  const value = parseFraction(number);
  const parts = [said, ...dated, ...(value ? [voice.number(value, unit.join(" "))] : [])].filter((part) => part !== "");
  const why = reason ? ` (${reasonWords(reason, voice, names)})` : "";
  return `${[name, subject ?? ""].join(" ").trim()}${language === "fr" ? " :" : ":"} ${parts.join(", ")}${why}`;
}
