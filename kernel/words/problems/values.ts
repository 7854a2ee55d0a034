import type { ProblemTemplate } from "./template.ts";

/** A value of a clause that its grammar cannot read. */
export const valueProblems: Readonly<Record<string, ProblemTemplate>> = {
  "expected-text": expected("un texte", "a text", "un mot ou une phrase", "a word or a sentence"),
  "expected-id": expected(
    "un id",
    "an id",
    "des minuscules, des chiffres et des tirets : « breach-notice »",
    'small letters, digits and hyphens: "breach-notice"',
  ),
  "expected-duration": expected(
    "une durée",
    "a duration",
    "« 48 hours », « 10 working days » ou « 1 month »",
    '"48 hours", "10 working days" or "1 month"',
  ),
  "expected-moment": expected(
    "un moment",
    "a moment",
    "une durée, « day 60 », « 1 month before end » ou « end of next month »",
    'a duration, "day 60", "1 month before end" or "end of next month"',
  ),
  "expected-condition": expected(
    "une condition",
    "a condition",
    "une table de champs : « { severity: critical } »",
    'a map of fields: "{ severity: critical }"',
  ),
  "expected-effect": expected(
    "un effet",
    "an effect",
    "« contract.ends at end », « term.extended », « set clause.figure to .field » ou le nom d'un évènement",
    '"contract.ends at end", "term.extended", "set clause.figure to .field" or the name of an event',
  ),
  "expected-amount": expected(
    "une somme",
    "an amount",
    "« 40 EUR », « 10 days », « as quoted » ou une table « { of: fee, for: 3 months } »",
    '"40 EUR", "10 days", "as quoted" or a map "{ of: fee, for: 3 months }"',
  ),
  "expected-price": expected("un prix", "a price", "« 12.00 EUR »", '"12.00 EUR"'),
  "expected-number": expected("un nombre", "a number", "« 3 » ou « 99.95 »", '"3" or "99.95"'),
  "expected-percent": expected("un pourcentage", "a percentage", "« 99.95 % »", '"99.95 %"'),
  "expected-threshold": expected("un seuil", "a threshold", "« above 5 % »", '"above 5 %"'),
  "expected-yes-or-no": expected("oui ou non", "yes or no", "« yes » ou « no »", '"yes" or "no"'),
  "expected-weekdays": expected("des jours de la semaine", "days of the week", "« Monday to Friday »", '"Monday to Friday"'),
  "expected-opening-times": expected(
    "des heures d'ouverture",
    "opening times",
    "« 09:00-12:00, 14:00-18:00 »",
    '"09:00-12:00, 14:00-18:00"',
  ),
  "expected-cadence": {
    fr: "{clause}.{key} doit être une cadence, mais on y lit « {got} »[ ; vouliez-vous « {near} » ?].",
    en: '{clause}.{key} must be a cadence, but reads "{got}"[; did you mean "{near}"?].',
    mend: { fr: "Écrire l'une de {known}.", en: "Write one of {known}." },
  },
  "expected-basis": expected(
    "une base de dépassement",
    "a basis of overuse",
    "« highest day » ou « daily average »",
    '"highest day" or "daily average"',
  ),
  "expected-billing": expected(
    "un mode de facturation",
    "a way of billing",
    "« in advance » ou « in arrears »",
    '"in advance" or "in arrears"',
  ),
  "expected-start": expected(
    "un début",
    "a start",
    "un évènement, « contract.accepted », ou un jour, « 2025-01-01 »",
    'an event, "contract.accepted", or a day, "2025-01-01"',
  ),
  "expected-date": expected("une date", "a date", "« 2025-01-01 »", '"2025-01-01"'),
  "expected-span": expected(
    "des dates d'effet",
    "dates of effect",
    "« from 2026-01-01 », « until 2026-12-31 » ou « 2026-01-01 to 2026-12-31 »",
    '"from 2026-01-01", "until 2026-12-31" or "2026-01-01 to 2026-12-31"',
  ),
  "expected-level": expected("un niveau", "a level", "« error », « warning » ou « note »", '"error", "warning" or "note"'),
  "expected-form": expected("une forme", "a form", "l'une de {known}", "one of {known}"),
  "expected-doubt": expected(
    "un doute",
    "a doubt",
    "une table « { fr: …, en: …, mend-fr: …, mend-en: … } »",
    'a map "{ fr: …, en: …, mend-fr: …, mend-en: … }"',
  ),
  "unknown-key": {
    fr: "[Dans {clause}, ]« {key} » n'est pas une clé de cette table.",
    en: '[In {clause}, ]"{key}" is no key of this map.',
    mend: { fr: "Prendre l'une de {known}.", en: "Take one of {known}." },
  },
  "table-empty": {
    fr: "La table de chiffres de {clause}.{key} n'a aucun cas.",
    en: "The table of figures of {clause}.{key} has no case.",
    mend: { fr: "Lui donner au moins un cas, ou « else ».", en: 'Give it at least one case, or "else".' },
  },
};

function expected(fr: string, en: string, mendFr: string, mendEn: string): ProblemTemplate {
  return {
    fr: `{clause}.{key} doit être ${fr}, mais on y lit « {got} ».`,
    en: `{clause}.{key} must be ${en}, but reads "{got}".`,
    mend: { fr: `Écrire ${mendFr}.`, en: `Write ${mendEn}.` },
  };
}
