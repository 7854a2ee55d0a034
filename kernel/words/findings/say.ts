import { decimal } from "../../money/fraction.ts";
import type { Finding } from "../../terms/lint/finding.ts";
import { readRange } from "../../terms/stated.ts";
import { parseDay } from "../../time/day.ts";
import type { FigureVoice } from "../figures.ts";
import { sayFigure } from "../figures.ts";
import { sayPlain } from "../plain.ts";
import { consequences, degreeNames, figureNames, topicNames } from "./names.ts";

/** A finding's arguments in one language: texts that exist in both come without their ending, and what words alone need is added. */
export function argumentsFor({ clause, args }: Finding, context: FigureVoice): Record<string, string> {
  const { language } = context.voice;
  const other = language === "fr" ? "en" : "fr";
  const own: Record<string, string> = {};
  for (const [key, value] of Object.entries(args)) if (key.length < 3 || !key.endsWith(other)) own[key] = value;
  for (const [key, value] of Object.entries(args))
    if (key.length > 2 && key.endsWith(language)) own[key.slice(0, -2)] = value.replaceAll("`", "").replace(/\.$/, "");
  return {
    ...own,
    ...(clause !== undefined && {
      clause: own["deed"] === undefined ? called(clause, context) : `${quoted(own["deed"].replace(/\s+/g, " "), language)} (${clause})`,
    }),
    ...(args["fr"] !== undefined && { french: args["fr"], heading: args[language] ?? args["fr"] }),
    ...(args["en"] !== undefined && { english: args["en"] }),
    ...(args["events"] === undefined && args["event"] !== undefined && { events: args["event"] }),
    ...(args["topic"] !== undefined && { mark: args["topic"] }),
    ...(args["lawarticle"] !== undefined && {
      source: `art. ${args["lawarticle"]}${own["title"] === undefined ? "" : `, ${own["title"]}`}`,
    }),
    ...(args["kind"] !== undefined &&
      args["figure"] !== undefined && { consequence: consequenceOf(args["kind"], args["figure"])[language] }),
    ...((args["from"] !== undefined || args["to"] !== undefined) && { span: spanOf(args, context) }),
  };
}

/** How one argument is said: a day, a figure, a clause, an event, a document. What has no word of its own stays as it is. */
export function sayArgument(name: string, value: string, context: FigureVoice): string {
  const { names, voice } = context;
  const { language } = voice;
  switch (name) {
    case "figure":
      return figureNames[value]?.[language] ?? value;
    case "topic":
      return topicNames[value]?.[language] ?? value;
    case "since":
    case "until":
    case "sample":
    case "unknownfrom":
    case "after":
      return dayOr(value, context);
    case "beyond":
    case "within":
      return value
        .split(" ")
        .map((span) => spell(span, context))
        .join(", ");
    case "value":
    case "bound":
    case "applies":
    case "french":
    case "english":
    case "renewal":
      return figureIn(value, context);
    case "case":
    case "cases":
      return value
        .split("; ")
        .map((one) => caseIn(one, context))
        .join(language === "fr" ? " ; " : "; ");
    case "hours":
    case "otherhours":
      return value
        .split("; ")
        .map((one) => sayPlain(one, context))
        .join(", ");
    case "figures":
      return value
        .split("; ")
        .map((one) => spoken(one, context))
        .join(language === "fr" ? " ; " : "; ");
    case "other":
    case "right":
    case "law":
    case "setasideby":
    case "by":
      return /\s/.test(value) ? value : called(value, context);
    case "clauses":
    case "stranded":
      return value
        .split(", ")
        .map((id) => called(id, context))
        .join(", ");
    case "events":
      return value
        .split(", ")
        .map((event) => names.event(event))
        .join(", ");
    case "document":
    case "bydocument":
    case "otherdocument":
    case "annex":
      return names.document(value);
    case "missing":
      return language === "fr" ? (value === "fr" ? "en français" : "en anglais") : value === "fr" ? "in French" : "in English";
    case "differ":
      return "";
    default:
      return value;
  }
}

function quoted(text: string, language: "fr" | "en"): string {
  return language === "fr" ? `« ${text} »` : `"${text}"`;
}

function called(id: string, { names, voice }: FigureVoice): string {
  const deed = names.clause(id);
  return deed === id ? quoted(id, voice.language) : `${quoted(deed, voice.language)} (${id})`;
}

function dayOr(value: string, context: FigureVoice): string {
  const day = parseDay(value);
  return day === undefined ? figureIn(value, context) : context.voice.day(day);
}

function figureIn(value: string, context: FigureVoice): string {
  const degree = degreeNames[value];
  if (degree) return degree[context.voice.language];
  return /^[[{]/.test(value) ? sayFigure(JSON.parse(value), context) : sayPlain(value, context);
}

/** `rate=ecb + 10 points` */
function spoken(pair: string, context: FigureVoice): string {
  const [key = "", value = ""] = pair.split("=");
  const name = (figureNames[key]?.[context.voice.language] ?? key).replace(/^(le |la |les |l'|the )/, "");
  return context.voice.language === "fr" ? `${name} : ${figureIn(value, context)}` : `${name}: ${figureIn(value, context)}`;
}

/** `2023-01-01/2026-06-30` */
function spell(span: string, context: FigureVoice): string {
  const [from = "", until = ""] = span.split("/").map((day) => dayOr(day, context));
  return context.voice.language === "fr" ? `du ${from} au ${until}` : `from ${from} to ${until}`;
}

function consequenceOf(kind: string, figure: string): { fr: string; en: string } {
  return consequences[`${kind}.${figure}`] ?? consequences[kind] ?? consequences["other"]!;
}

/** `from 99.89 (included) to 99.9 (excluded)`: each edge is said to be in or out. */
function spanOf({ from, fromincluded, to, toincluded }: Readonly<Record<string, string>>, context: FigureVoice): string {
  const french = context.voice.language === "fr";
  const edge = (value: string, included: string | undefined) =>
    `${sayPlain(value, context)} (${included ? (french ? "compris" : "included") : french ? "exclu" : "excluded"})`;
  if (from !== undefined && from === to)
    return french ? `à ${sayPlain(from, context)} exactement` : `at ${sayPlain(from, context)} exactly`;
  if (from === undefined) return `${french ? "jusqu'à" : "up to"} ${edge(to!, toincluded)}`;
  if (to === undefined) return `${french ? "à partir de" : "from"} ${edge(from, fromincluded)}${french ? "" : " on"}`;
  return french
    ? `de ${edge(from, fromincluded)} à ${edge(to, toincluded)}`
    : `from ${edge(from, fromincluded)} to ${edge(to, toincluded)}`;
}

/** A case of a table by its own words: a severity, or a range with its edges. */
function caseIn(path: string, context: FigureVoice): string {
  return path
    .split(", ")
    .map((key) => {
      const range = readRange(key);
      if (!range) return context.names.value(key);
      const { low, high } = range;
      return spanOf(
        {
          ...(low && { from: decimal(low.value, 6), ...(low.included && { fromincluded: "yes" }) }),
          ...(high && { to: decimal(high.value, 6), ...(high.included && { toincluded: "yes" }) }),
        },
        context,
      );
    })
    .join(", ");
}
