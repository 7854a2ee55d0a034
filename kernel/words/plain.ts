import { parsePrice } from "../money/amount.ts";
import { parseFraction } from "../money/fraction.ts";
import type { Anchor, Moment } from "../terms/grammar.ts";
import { moment, openingTimes } from "../terms/grammar.ts";
import { Misread } from "../terms/problem.ts";
import { parseDay } from "../time/day.ts";
import { parseDuration } from "../time/duration.ts";
import { weekdayName } from "./dates.ts";
import type { FigureVoice } from "./figures.ts";
import type { Bilingual } from "../terms/fact-kind.ts";
import { localised, TIED } from "./numbers.ts";
import { formWords } from "./states.ts";

/** A plain value of the terms language, in words: a duration, a moment, an amount, a rate, or a word of its own. */
export function sayPlain(raw: unknown, context: FigureVoice): string {
  if (Array.isArray(raw)) return raw.map((one) => sayPlain(one, context)).join(", ");
  const words = String(raw).trim();
  return phrase(words, context) ?? quantity(words, context) ?? hours(words, context) ?? sayMoment(words, context) ?? named(words, context);
}

const phrases: Readonly<Record<string, Bilingual>> = {
  "as ordered": { fr: "selon les conditions particulières", en: "as the particulars say" },
  "left blank": { fr: "laissé en blanc", en: "left blank" },
  "as quoted": { fr: "selon le devis", en: "as quoted" },
  "without delay": { fr: "sans délai", en: "without delay" },
  "in advance": { fr: "d'avance", en: "in advance" },
  "in arrears": { fr: "à terme échu", en: "in arrears" },
  "on receipt": { fr: "à réception", en: "on receipt" },
  none: { fr: "aucune", en: "none" },
  day: { fr: "jour", en: "day" },
  week: { fr: "semaine", en: "week" },
  month: { fr: "mois", en: "month" },
  quarter: { fr: "trimestre", en: "quarter" },
  year: { fr: "an", en: "year" },
};

function phrase(words: string, { voice }: FigureVoice): string | undefined {
  return (phrases[words] ?? formWords[words])?.[voice.language];
}

const series: Readonly<Record<string, Bilingual>> = {
  legal: { fr: "taux légal", en: "legal rate" },
  ecb: { fr: "taux de la BCE", en: "ECB rate" },
};

const bounds: Readonly<Record<string, Bilingual>> = {
  above: { fr: "plus de", en: "above" },
  below: { fr: "moins de", en: "below" },
  "at least": { fr: "au moins", en: "at least" },
  "at most": { fr: "au plus", en: "at most" },
};

/** Numbers with what they count: durations, percentages, money, rates, thresholds, days of the calendar. */
function quantity(words: string, context: FigureVoice): string | undefined {
  const { voice } = context;
  const { language } = voice;
  const duration = parseDuration(words);
  if (duration) return voice.duration(duration);
  const percent = /^(-?\d+(?:\.\d+)?)\s*%$/.exec(words);
  if (percent) return language === "fr" ? `${localised(percent[1]!, language)}${TIED}%` : `${localised(percent[1]!, language)}%`;
  if (/^-?\d+(\.\d+)?$/.test(words)) return localised(words, language);
  const each = /^(.+ [A-Z]{3}) per month$/.exec(words);
  if (each) return `${sayPlain(each[1], context)} ${language === "fr" ? "par mois" : "a month"}`;
  const price = parsePrice(words);
  if (price) return voice.number(price.value, price.currency);
  const day = parseDay(words);
  if (day !== undefined) return voice.day(day);
  const bound = /^(above|below|at least|at most) (.+)$/.exec(words);
  if (bound) return `${bounds[bound[1]!]![language]} ${sayPlain(bound[2], context)}`;
  const times = /^(\d+(?:\.\d+)?) [×x] (legal|ecb)$/.exec(words);
  if (times) return `${sayPlain(times[1], context)} × ${series[times[2]!]![language]}`;
  const points = /^(legal|ecb)(?: \+ (\d+(?:\.\d+)?) points?)?$/.exec(words);
  if (points)
    return `${series[points[1]!]![language]}${points[2] === undefined ? "" : ` + ${voice.number(parseFraction(points[2])!, "points")}`}`;
  return undefined;
}

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function hours(words: string, { voice: { language } }: FigureVoice): string | undefined {
  if (/^\d\d:\d\d-/.test(words)) {
    const times = attempt(() => openingTimes(words));
    return (
      times &&
      words
        .split(",")
        .map((part) => part.trim().replace("-", "–"))
        .join(language === "fr" ? " et " : " and ")
    );
  }
  const range = /^(\w+) to (\w+)$/.exec(words.toLowerCase());
  const [from, to] = range ? [DAYS.indexOf(range[1]!), DAYS.indexOf(range[2]!)] : [-1, -1];
  if (from < 0 || to < 0) return undefined;
  const [first, last] = [weekdayName(from + 1, language), weekdayName(to + 1, language)];
  return language === "fr" ? `du ${first} au ${last}` : `${first} to ${last}`;
}

const anchors: Readonly<Record<Exclude<Anchor, object>, Bilingual>> = {
  trigger: { fr: "l'évènement", en: "the event" },
  end: { fr: "la fin de la période", en: "the end of the term" },
  "contract end": { fr: "la fin du contrat", en: "the end of the contract" },
  "end of day": { fr: "la fin du jour", en: "the end of the day" },
  "end of month": { fr: "la fin du mois", en: "the end of the month" },
  "end of next month": { fr: "la fin du mois suivant", en: "the end of the next month" },
  "next opening": { fr: "la prochaine ouverture", en: "the next opening" },
  "end of year": { fr: "la fin de l'année", en: "the end of the year" },
};

function sayMoment(words: string, context: FigureVoice): string | undefined {
  const told = attempt(() => moment(words));
  return told && momentWords(told, context);
}

function momentWords({ count, day, side, anchor }: Moment, { voice, names }: FigureVoice): string {
  const { language } = voice;
  const stated =
    typeof anchor === "object"
      ? language === "fr"
        ? `la date donnée (${names.field(anchor.field)})`
        : `the date given (${names.field(anchor.field)})`
      : anchors[anchor][language];
  if (day !== undefined) {
    const nth = language === "fr" ? `jour ${day}` : `day ${day}`;
    return anchor === "trigger" ? nth : `${nth} ${language === "fr" ? "après" : "after"} ${stated}`;
  }
  if (!count) return stated;
  if (anchor === "trigger") return voice.duration(count);
  return `${voice.duration(count)} ${side === "before" ? (language === "fr" ? "avant" : "before") : language === "fr" ? "après" : "after"} ${stated}`;
}

/** Events by their own words, anything else by the words of fields. */
function named(words: string, { names }: FigureVoice): string {
  return /^[a-z-]+\.[a-z-]+$/.test(words)
    ? names.event(words)
    : words
        .split(",")
        .map((one) => names.value(one.trim()))
        .join(", ");
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Misread) return undefined;
    throw error;
  }
}
