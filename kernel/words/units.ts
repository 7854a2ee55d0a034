import type { Language } from "./language.ts";

type Forms = readonly [one: string, many: string];

/** Units of counts and durations, singular and plural. A unit that is not here is said as it is written. */
const units: Readonly<Record<string, { fr: Forms; en: Forms }>> = {
  minute: { fr: ["minute", "minutes"], en: ["minute", "minutes"] },
  hour: { fr: ["heure", "heures"], en: ["hour", "hours"] },
  "working hour": { fr: ["heure ouvrée", "heures ouvrées"], en: ["working hour", "working hours"] },
  day: { fr: ["jour", "jours"], en: ["day", "days"] },
  "working day": { fr: ["jour ouvré", "jours ouvrés"], en: ["working day", "working days"] },
  week: { fr: ["semaine", "semaines"], en: ["week", "weeks"] },
  month: { fr: ["mois", "mois"], en: ["month", "months"] },
  quarter: { fr: ["trimestre", "trimestres"], en: ["quarter", "quarters"] },
  year: { fr: ["an", "ans"], en: ["year", "years"] },
  point: { fr: ["point", "points"], en: ["point", "points"] },
  request: { fr: ["requête", "requêtes"], en: ["request", "requests"] },
};

/** The unit after a number written in digits. French has its plural from 2 on, English everywhere but at 1. */
export function unitWords(unit: string, digits: string, language: Language): string {
  const pair = /^([A-Z]{3}) (\S+)$/.exec(unit); // money times a count, inside a working: EUR days
  if (pair) return `${pair[1]}·${unitWords(pair[2]!, "2", language)}`;
  const forms = (units[unit] ?? units[unit.replace(/s$/, "")])?.[language];
  if (!forms) return unit;
  const size = Math.abs(Number(digits));
  return (language === "fr" ? size < 2 : size === 1) ? forms[0] : forms[1];
}
