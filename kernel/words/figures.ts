import { isRecord } from "../terms/source.ts";
import { sayPlain } from "./plain.ts";
import type { Names } from "./names.ts";
import { TIED } from "./numbers.ts";
import type { Voice } from "./voice.ts";

/** How a table is said: a list with its lead, the cases of that list alone, or everything on one line. */
export type TableForm = "list" | "cases" | "line";

export interface FigureVoice {
  voice: Voice;
  names: Names;
  /** The language that applies where the two texts differ. */
  applies?: "fr" | "en";
  form?: TableForm;
}

/**
 * A figure as its clause states it, in words. A table becomes a list, one case a line, or stays on its line; a table inside a case does.
 */
export function sayFigure(raw: unknown, context: FigureVoice): string {
  if (!isRecord(raw)) return sayPlain(raw, context);
  if ("by" in raw) return sayTable(raw, context);
  if (Object.keys(raw).length === 2 && "fr" in raw && "en" in raw) return sayDivergence(raw, context);
  return sayMeasure(raw, context);
}

function sayTable(raw: Record<string, unknown>, context: FigureVoice): string {
  const cases = casesOf(raw, context);
  const lead = context.voice.language === "fr" ? `selon : ${sayBy(raw["by"], context)}` : `by ${sayBy(raw["by"], context)}`;
  const lines = cases.map(([key, said]) => `${key}${colon(context)} ${said}`);
  if (context.form === "cases") return lines.map((line) => `- ${line}`).join("\n");
  return context.form === "list"
    ? `${lead}\n${lines.map((line) => `- ${line}`).join("\n")}`
    : `${lead} (${lines.join(context.voice.language === "fr" ? " ; " : "; ")})`;
}

/** A table inside a table, on one line: `4 hours inside the hours, 6 hours outside the hours`. */
function casesOf(raw: Record<string, unknown>, context: FigureVoice): [string, string][] {
  return Object.entries(raw)
    .filter(([key]) => key !== "by")
    .map(([key, value]) => [
      sayKey(key, context),
      isRecord(value) && "by" in value
        ? casesOf(value, context)
            .map(([inner, said]) => `${said} ${inner}`)
            .join(", ")
        : sayFigure(value, context),
    ]);
}

function sayBy(by: unknown, { names, voice }: FigureVoice): string {
  const name = String(by);
  if (name.startsWith("order.")) return `${voice.language === "fr" ? "la commande" : "the order"} (${names.field(name.slice(6))})`;
  const clause = names.clause(name);
  return clause === name ? names.field(name) : clause;
}

const edges = {
  fr: { below: "sous", "down to": "jusqu'à", "at least": "au moins", above: "au-dessus de", "up to": "jusqu'à", "at most": "au plus" },
  en: { below: "below", "down to": "down to", "at least": "at least", above: "above", "up to": "up to", "at most": "at most" },
};

const EDGE = /\b(below|down to|at least|above|up to|at most)\s+(-?\d+(?:\.\d+)?(?:\s*%)?)/g;

function sayKey(key: string, context: FigureVoice): string {
  const { voice, names } = context;
  if (key.search(EDGE) < 0)
    return key
      .split(",")
      .map((one) => names.value(one.trim()))
      .join(", ");
  const said = key.replaceAll(
    EDGE,
    (_, edge: keyof (typeof edges)["fr"], figure: string) => `${edges[voice.language][edge]} ${sayPlain(figure.trim(), context)}`,
  );
  return voice.language === "fr" ? said.replaceAll(" to ", " et ") : said.replaceAll(" to above", ", above");
}

function sayDivergence(raw: Record<string, unknown>, context: FigureVoice): string {
  const [fr, en] = [sayFigure(raw["fr"], context), sayFigure(raw["en"], context)];
  const { applies, voice } = context;
  if (voice.language === "fr")
    return `« ${fr} » en français, « ${en} » en anglais${applies === undefined ? "" : ` (le ${applies === "fr" ? "français" : "texte anglais"} s'applique)`}`;
  return `"${fr}" in French, "${en}" in English${applies === undefined ? "" : ` (the ${applies === "fr" ? "French" : "English"} applies)`}`;
}

/** What is worked out from fees, payments or a field of the fact: `3 months of the fee, at least 1,500.00 EUR`. */
function sayMeasure(raw: Record<string, unknown>, context: FigureVoice): string {
  const french = context.voice.language === "fr";
  const of = typeof raw["of"] === "string" ? raw["of"] : "";
  const span = raw["for"] === undefined ? "" : sayPlain(raw["for"], context);
  const base =
    of === "fee"
      ? french
        ? `le prix de ${span}`
        : `the fee of ${span}`
      : of === "paid"
        ? french
          ? `les sommes payées sur ${span}`
          : `what was paid in ${span}`
        : french
          ? `${context.names.field(of.replace(/^\./, ""))} déclaré`
          : `the ${context.names.field(of.replace(/^\./, ""))} stated`;
  const times = raw["times"] === undefined ? "" : `${sayPlain(raw["times"], context)}${TIED}×${TIED}`;
  const bound = (key: string, fr: string, en: string) =>
    raw[key] === undefined ? [] : [`${french ? fr : en} ${sayPlain(raw[key], context)}`];
  return [`${times}${base}`, ...bound("at-least", "au moins", "at least"), ...bound("at-most", "au plus", "at most")].join(", ");
}

function colon({ voice }: FigureVoice): string {
  return voice.language === "fr" ? `${TIED}:` : ":";
}
