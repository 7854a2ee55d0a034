import type { FindingTemplates } from "./template.ts";

/** Figures that are missing, differ, or leave something out. */
export const figureFindings: FindingTemplates = {
  "figure-blank": {
    fr: "{clause} : le texte laisse en blanc {figure}[ ({cases})]. {consequence}",
    en: "{clause}: the text leaves {figure} blank[ ({cases})]. {consequence}",
    mend: { fr: "Écrire {figure}.", en: "State {figure}." },
  },
  "figure-blank/read": {
    fr: "{clause} : le texte laisse en blanc {figure} ; la lecture « {reading} » y met : {value}.",
    en: '{clause}: the text leaves {figure} blank; the reading "{reading}" puts there: {value}.',
    mend: {
      fr: "Écrire {figure} dans le contrat, pour que rien ne dépende d'une lecture.",
      en: "State {figure} in the contract, so that nothing hangs on a reading.",
    },
  },
  "figure-not-ordered": {
    fr: "{clause} : le bon de commande doit donner {figure}[ ({cases})], et ne le fait pas. {consequence}",
    en: "{clause}: the order form has to give {figure}[ ({cases})], and does not. {consequence}",
    mend: { fr: "Donner {address} dans les conditions particulières.", en: "Give {address} in the particulars." },
  },
  "choice-not-ordered": {
    fr: "{clause} : {figure} dépend d'un choix du bon de commande ({cases}), qui n'est pas fait.",
    en: "{clause}: {figure} depends on a choice of the order form ({cases}) that is not made.",
    mend: { fr: "Donner {key} dans les conditions particulières.", en: "Give {key} in the particulars." },
  },
  "tier-gap": {
    fr: "{clause} : aucune tranche ne couvre les valeurs {span}[ (lecture « {reading} »)]. Ce qu'une telle valeur donne n'est pas dit.",
    en: '{clause}: no tier covers values {span}[ (reading "{reading}")]. What such a value gives is not said.',
    mend: {
      fr: "Faire se toucher les bornes des tranches, ou ajouter une tranche pour le reste.",
      en: "Let the edges of the tiers meet, or add a tier for the rest.",
    },
  },
  "tier-overlap": {
    fr: "{clause} : deux tranches couvrent les valeurs {span}[ (lecture « {reading} »)]. Laquelle vaut n'est pas dit.",
    en: '{clause}: two tiers cover values {span}[ (reading "{reading}")]. Which one holds is not said.',
    mend: { fr: "Ne laisser chaque borne qu'à une seule tranche.", en: "Leave each edge to one tier only." },
  },
  "languages-differ": {
    fr: "{clause} : le français dit « {french} », l'anglais « {english} » pour {figure}. Ici s'applique : {applies}.",
    en: '{clause}: the French says "{french}", the English "{english}" for {figure}. Here applies: {applies}.',
    mend: {
      fr: "Écrire la même chose dans les deux langues, ou dire laquelle l'emporte.",
      en: "Say the same in both languages, or say which prevails.",
    },
  },
  "override-refused": {
    fr: "{clause} : le bon de commande change {figure}[ en {value}], mais l'ordre des documents donne raison à ceux-ci. Le changement reste sans effet.",
    en: "{clause}: the order form changes {figure}[ to {value}], but the order of the documents ranks above it. The change has no effect.",
    mend: { fr: "Retirer ce changement, ou conclure un avenant.", en: "Drop the change, or sign an amendment." },
  },
  "override-applied": {
    fr: "{clause} : le bon de commande remplace {figure} par : {value}.",
    en: "{clause}: the order form replaces {figure} by: {value}.",
    mend: { fr: "Vérifier que les deux parties l'ont voulu.", en: "Check that both parties meant it." },
  },
  "figure-from-law": {
    fr: "{clause} : le contrat ne donne pas {figure} ; la loi y pourvoit : {value} ({source}).",
    en: "{clause}: the contract does not give {figure}; the law does: {value} ({source}).",
    mend: {
      fr: "L'écrire dans le contrat, pour que le lecteur l'y trouve.",
      en: "Write it in the contract, so that its reader finds it there.",
    },
  },
};
