import type { FindingTemplates } from "./template.ts";

/** What documents do to each other, and documents that are not there. */
export const documentFindings: FindingTemplates = {
  "document-missing": {
    fr: "{clause} renvoie à ce que rien ne fournit ({documents}) : ni document joint, ni mention du bon de commande. La clause reste incomplète.",
    en: "{clause} refers to what nothing supplies ({documents}): neither an attached document nor an entry of the order form. The clause stays incomplete.",
    mend: {
      fr: "Joindre le document, ou l'indiquer dans les conditions particulières.",
      en: "Attach the document, or give it in the particulars.",
    },
  },
  "annex-missing": {
    fr: "{clause} exige l'annexe « {annex} », qui n'est pas jointe : le contrat ne peut pas être accepté.",
    en: '{clause} requires the annex "{annex}", which is not attached: the contract cannot be accepted.',
    mend: { fr: "Joindre l'annexe.", en: "Attach the annex." },
  },
  "annex-emptied": {
    fr: "{by} (« {bydocument} »[, article {byarticle}]) l'emporte et écarte de cette annexe : {clauses}. Ne peuvent donc plus jamais jouer : {stranded}.",
    en: '{by} ("{bydocument}"[, article {byarticle}]) prevails and sets aside in this annex: {clauses}. As a result these can never apply: {stranded}.',
    mend: {
      fr: "Donner à l'annexe, par avenant, le pas sur les conditions, ou renoncer à ce qu'elle promet.",
      en: "Give the annex precedence over the terms by an amendment, or give up what it promises.",
    },
  },
  "clause-set-aside": {
    fr: "{by} (« {bydocument} »[, article {byarticle}]) l'emporte et écarte : {clauses}.",
    en: '{by} ("{bydocument}"[, article {byarticle}]) prevails and sets aside: {clauses}.',
    mend: { fr: "Dire dans le document écarté ce qui en reste.", en: "Say in the document set aside what remains of it." },
  },
  "hours-apart": {
    fr: "{clause} ({hours}) et {other} ({otherhours}, « {otherdocument} ») sont deux horaires différents : chacun ne vaut que pour ses propres clauses.",
    en: '{clause} ({hours}) and {other} ({otherhours}, "{otherdocument}") are two different sets of hours: each holds for its own clauses only.',
    mend: { fr: "Vérifier que c'est voulu, et le dire au client.", en: "Check that this is meant, and tell the customer." },
  },
};
