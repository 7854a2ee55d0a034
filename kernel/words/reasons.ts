import type { Reason } from "../engine/item.ts";
import type { Bilingual } from "../terms/fact-kind.ts";
import { parseDay } from "../time/day.ts";
import { parseInstant } from "../time/instant.ts";
import { fill } from "./fill.ts";
import { figureNames } from "./findings/names.ts";
import type { Names } from "./names.ts";
import { problemTemplates } from "./problems/all.ts";
import { formWords, seriesWords } from "./states.ts";
import type { Voice } from "./voice.ts";

/** Why an act was refused, why an amount is unknown, how an obligation closed: templates for `fill`. A test reads the sources. */
export const reasonTemplates: Readonly<Record<string, Bilingual>> = {
  "figure-ordered": { fr: "les conditions particulières devaient donner {figure}", en: "the particulars were to give {figure}" },
  "figure-blank": { fr: "le texte laisse en blanc {figure}[ ({path})]", en: "the text leaves {figure} blank[ ({path})]" },
  "figure-case": { fr: "aucun cas prévu pour {figure} ne convient à ce fait", en: "no case of {figure} fits this fact" },
  "figure-field": {
    fr: "le fait ne dit pas de quoi dépend {figure}[ : {path}]",
    en: "the fact does not say what {figure} depends on[: {path}]",
  },
  "figure-fee": { fr: "le contrat n'a pas de prix dont tirer {figure}", en: "the contract has no fee to work out {figure} from" },
  "figure-currency": { fr: "plusieurs monnaies : {figure} ne se calcule pas", en: "several currencies: {figure} cannot be worked out" },
  "beyond-calendar": { fr: "le calendrier connu s'arrête au {edge} ({id})", en: "the calendar known ends at {edge} ({id})" },
  "rate-unknown": { fr: "le {series} n'est pas connu pour le {on}", en: "the {series} is not known for {on}" },
  "minutes-unknown": {
    fr: "{unknown} minutes sur {minutes} n'ont pas été mesurées : le taux se trouve entre {worst} et {best}",
    en: "{unknown} minutes of {minutes} were not measured: the rate lies between {worst} and {best}",
  },
  "before-acceptance": { fr: "le contrat n'est pas encore accepté", en: "the contract is not accepted yet" },
  "effect-undated": {
    fr: "la date de ce qui devait suivre ne peut pas être calculée",
    en: "the date of what was to follow cannot be worked out",
  },
  "nothing-to-waive": { fr: "rien d'ouvert ne porte ce nom : {item}", en: "nothing open has that name: {item}" },
  "amendment-unusable": { fr: "l'avenant ne peut pas être composé : {problem}", en: "the amendment cannot be composed: {problem}" },
  "accepted-already": { fr: "le contrat est déjà accepté", en: "the contract is accepted already" },
  "after-the-end": { fr: "le contrat est terminé", en: "the contract has ended" },
  "contract-ended": { fr: "le contrat est terminé", en: "the contract has ended" },
  "annex-missing": { fr: "il manque l'annexe {annex}", en: "the annex {annex} is missing" },
  "not-opposable": {
    fr: "le changement n'a ni signature ni validation de : {party}",
    en: "the change has no signature or validation by: {party}",
  },
  "wrong-form": {
    fr: "la forme demandée est : {form}[ ; l'acte est en forme : {got}]",
    en: "the form asked for is: {form}[; the act came as: {got}]",
  },
  "not-allowed-to": {
    fr: "seul peut le faire : {allowed}[ ; l'acte vient de : {by}]",
    en: "only these may: {allowed}[; the act came from: {by}]",
  },
  "not-among": { fr: "{field} doit être : {allowed}[ ; l'acte dit : {got}]", en: "{field} must be: {allowed}[; the act says: {got}]" },
  needs: { fr: "il faut d'abord : {event}", en: "this must come first: {event}" },
  "no-longer-valid": { fr: "n'est plus valable : {event}[ (jusqu'au {until})]", en: "no longer valid: {event}[ (until {until})]" },
  "too-early": { fr: "trop tôt : permis à partir du {from}", en: "too early: allowed from {from}" },
  "too-late": { fr: "trop tard : permis jusqu'au {until}", en: "too late: allowed until {until}" },
  "outside-hours": { fr: "hors des horaires : {hours}", en: "outside the hours: {hours}" },
  "only-while": { fr: "permis seulement tant que tient : {clause}", en: "allowed only while this stands: {clause}" },
  "not-while": { fr: "interdit tant que tient : {clause}", en: "not allowed while this stands: {clause}" },
  "above-most": { fr: "le plus permis est {most}, et ce serait {would}", en: "the most allowed is {most}, and this would be {would}" },
  "window-not-open": { fr: "le droit ne s'ouvre que le {from}", en: "the right opens only on {from}" },
  "no-right-open": { fr: "aucun droit ouvert ne le permet : {right}", en: "no open right allows it: {right}" },
  ambiguous: {
    fr: "plusieurs droits conviennent, avec d'autres suites : {rights} ; nommer l'un par « under »",
    en: 'several rights fit, with other consequences: {rights}; name one with "under"',
  },
  "creditor-only": { fr: "seul le créancier peut y renoncer[ : {creditor}]", en: "only the creditor may waive it[: {creditor}]" },
  "closed-by": { fr: "fermé par : {event}", en: "closed by: {event}" },
  "excused-by": { fr: "excusée par : {event}[ ({cause})]", en: "excused by: {event}[ ({cause})]" },
  "paused-throughout": { fr: "suspendue toute la période", en: "paused for the whole period" },
  "period-over": { fr: "la période est passée", en: "the period is over" },
  "target-passed": { fr: "tenue après le délai visé[ ({reason})]", en: "kept after the time aimed at[ ({reason})]" },
  "window-shut-before-it-opened": { fr: "la période était passée avant de s'ouvrir", en: "the window shut before it opened" },
};

/** A reason in words, its instants by the contract's clock, its clauses, parties and events by name. */
export function reasonWords(reason: Reason, voice: Voice, names: Names): string {
  const template = reasonTemplates[reason.code];
  if (!template) return [reason.code, ...Object.values(reason.args)].join(" ");
  const { args } = reason;
  return fill(template[voice.language], args, (name, value) =>
    name === "problem" ? fill(problemTemplates[value]?.[voice.language] ?? value, args) : sayArgument(name, value, voice, names),
  );
}

function sayArgument(name: string, value: string, voice: Voice, names: Names): string {
  const each = (say: (one: string) => string) => value.split(", ").map(say).join(", ");
  switch (name) {
    case "event":
      return each(names.event);
    case "clause":
    case "right":
    case "rights":
    case "hours":
      return each(names.clause);
    case "party":
    case "by":
    case "allowed":
    case "creditor":
      return each(names.value);
    case "form":
    case "got":
      return formWords[value]?.[voice.language] ?? names.value(value);
    case "field":
      return names.field(value);
    case "figure":
      return figureNames[value]?.[voice.language] ?? value;
    case "path":
      return value
        .split(".")
        .map((one) => names.field(one))
        .join(", ");
    case "annex":
      return names.document(value);
    case "series":
      return seriesWords[value]?.[voice.language] ?? value;
    case "from":
    case "until":
    case "edge":
    case "on":
      return sayTime(name, value, voice);
    case "most":
    case "would":
    case "best":
    case "worst":
    case "unknown":
    case "minutes":
      return names.quantity(value, name === "best" || name === "worst" ? "%" : "");
    default:
      return value;
  }
}

/** Instants come as ISO text, or as milliseconds where the engine keeps them so; a day as a day. */
function sayTime(name: string, value: string, voice: Voice): string {
  const day = parseDay(value);
  if (day !== undefined) return voice.day(day);
  const at = /^-?\d+$/.test(value) ? Number(value) : parseInstant(value);
  if (at === undefined) return value;
  return name === "until" ? voice.deadline(at) : voice.instant(at);
}
