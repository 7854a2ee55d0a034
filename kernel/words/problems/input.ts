import type { ProblemTemplate } from "./template.ts";

/** Files, particulars and times that cannot be used, and questions beyond what is known of the world. */
export const inputProblems: Readonly<Record<string, ProblemTemplate>> = {
  "file-missing": {
    fr: "Le fichier {path} n'existe pas.",
    en: "The file {path} does not exist.",
    mend: { fr: "Corriger le chemin, dit depuis le dossier courant.", en: "Mend the path, told from the current folder." },
  },
  "file-not-json": {
    fr: "Le fichier {path} n'est pas du JSON entier.",
    en: "The file {path} is not whole JSON.",
    mend: { fr: "Le demander de nouveau, et ne pas le modifier.", en: "Ask for it again, and leave it as it is." },
  },
  "file-unreadable": {
    fr: "Le fichier {path} ne peut pas être lu ({message}).",
    en: "The file {path} cannot be read ({message}).",
    mend: { fr: "Vérifier le chemin et les droits.", en: "Check the path and the permissions." },
  },
  "file-unwritable": {
    fr: "Le fichier {path} ne peut pas être écrit ({message}).",
    en: "The file {path} cannot be written ({message}).",
    mend: { fr: "Vérifier le chemin et les droits.", en: "Check the path and the permissions." },
  },
  "log-unreadable": {
    fr: "Aucune ligne de {files} ne se lit comme celle d'un journal d'accès.",
    en: "No line of {files} reads as one of an access log.",
    mend: {
      fr: "Donner un journal d'Apache ou de nginx, au format common ou combined.",
      en: "Give a log of Apache or nginx, in the common or combined format.",
    },
  },
  "contract-missing": {
    fr: "Aucun document à composer.",
    en: "There is no document to compose.",
    mend: {
      fr: "Nommer des documents (uloa, service-levels, ./mes-conditions.md), ou donner --particulars avec « documents ».",
      en: 'Name documents (uloa, service-levels, ./my-terms.md), or give --particulars with "documents".',
    },
  },
  "particulars-empty": {
    fr: "Les conditions particulières ne sont pas une table de clés.",
    en: "The particulars are not a map of keys.",
    mend: {
      fr: "Écrire « contract: nom », puis figures, readings, order, parties.",
      en: 'Write "contract: name", then figures, readings, order, parties.',
    },
  },
  "particulars-key": {
    fr: "Les conditions particulières n'ont pas de clé « {key} »[ ; vouliez-vous « {near} » ?].",
    en: 'Particulars take no key "{key}"[; did you mean "{near}"?].',
    mend: { fr: "Prendre l'une de {known}.", en: "Take one of {known}." },
  },
  "particulars-value": {
    fr: "« {key} » doit être {type}.",
    en: '"{key}" must be {type}.',
    mend: { fr: "Voir l'exemple dans docs/guide/running.md.", en: "See the example in docs/guide/running.md." },
  },
  "instant-unreadable": {
    fr: "{option} ne peut pas lire l'instant « {got} ».",
    en: '{option} cannot read the instant "{got}".',
    mend: {
      fr: "Écrire now, un jour (2025-03-29), un jour et une heure dans le fuseau du contrat (« 2025-03-29 10:00 »), ou un instant avec son décalage (2025-03-29T10:00+01:00).",
      en: 'Write now, a day (2025-03-29), a day and a time in the contract\'s zone ("2025-03-29 10:00"), or an instant with its offset (2025-03-29T10:00+01:00).',
    },
  },
  "times-backwards": {
    fr: "{until} vient avant {from}.",
    en: "{until} comes before {from}.",
    mend: { fr: "Donner des instants dans l'ordre.", en: "Give instants in order." },
  },
  "item-unknown": {
    fr: "Aucune ligne ne s'appelle « {what} »[ ; vouliez-vous « {near} » ?].",
    en: 'Nothing that stands is called "{what}"[; did you mean "{near}"?].',
    mend: {
      fr: "« tenu run … --all » les montre toutes, avec leur nom.",
      en: '"tenu run … --all" shows everything that stands, by name.',
    },
  },
  "fact-kind-asked": {
    fr: "La sorte de fait « {kind} » n'existe pas[ ; vouliez-vous « {near} » ?].",
    en: 'There is no fact kind "{kind}"[; did you mean "{near}"?].',
    mend: { fr: "« tenu facts » les montre toutes.", en: '"tenu facts" shows them all.' },
  },
  "row-asked": {
    fr: "Aucune ligne de la liste source ne commence par « {row} ».",
    en: 'No row of the source list starts with "{row}".',
    mend: { fr: "« tenu clauses » les montre toutes.", en: '"tenu clauses" shows them all.' },
  },
  "calendar-zone-before": beyond("Le fuseau {id} n'est connu que depuis {edge}.", "The zone {id} is known from {edge} only."),
  "calendar-zone-after": beyond("Le fuseau {id} n'est connu que jusqu'à {edge}.", "The zone {id} is known until {edge} only."),
  "calendar-holidays-before": beyond(
    "Les jours fériés {id} ne sont connus que depuis le {edge}.",
    "The holidays {id} are known from {edge} only.",
  ),
  "calendar-holidays-after": beyond(
    "Les jours fériés {id} ne sont connus que jusqu'au {edge}.",
    "The holidays {id} are known until {edge} only.",
  ),
  "zone-unknown": {
    fr: "Le fuseau « {name} » n'est pas dans les références[ ; vouliez-vous « {near} » ?].",
    en: 'The zone "{name}" is not in the references[; did you mean "{near}"?].',
    mend: {
      fr: "Prendre l'un de {known}, ou l'ajouter dans scripts/references.mjs.",
      en: "Take one of {known}, or add it in scripts/references.mjs.",
    },
  },
  "holidays-unknown": {
    fr: "Les jours fériés « {name} » ne sont pas dans les références[ ; vouliez-vous « {near} » ?].",
    en: 'The holidays "{name}" are not in the references[; did you mean "{near}"?].',
    mend: {
      fr: "Prendre l'un de {known}, ou les ajouter dans scripts/references.mjs.",
      en: "Take one of {known}, or add them in scripts/references.mjs.",
    },
  },
  "not-computable": {
    fr: "Le contrat ne peut pas être calculé : {message}",
    en: "The contract cannot be computed: {message}",
    mend: {
      fr: "Si les conditions et les faits sont justes, c'est un défaut de Tenu : le signaler avec eux.",
      en: "If terms and facts are right, this is a defect of Tenu: report it with them.",
    },
  },
};

function beyond(fr: string, en: string): ProblemTemplate {
  return {
    fr: `${fr} La réponse est inconnue.`,
    en: `${en} The answer is unknown.`,
    mend: {
      fr: "Demander un instant plus proche, ou élargir les années dans scripts/references.mjs.",
      en: "Ask for a nearer instant, or widen the years in scripts/references.mjs.",
    },
  };
}
