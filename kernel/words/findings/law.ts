import type { FindingTemplates } from "./template.ts";

const mend = { fr: "{mend}", en: "{mend}" };

/** Where the law says something of the contract, each with its dates. */
export const lawFindings: FindingTemplates = {
  "below-the-law": {
    fr: "{clause} : {figure}[ ({case})] reste sous ce que la loi veut[ depuis le {since}][ jusqu'au {until}] : {value}, contre {bound} au moins ({source}).[ Ainsi le {sample}.][ Suite : {follows}.]",
    en: "{clause}: {figure}[ ({case})] falls short of what the law wants[ since {since}][ until {until}]: {value}, against at least {bound} ({source}).[ So on {sample}.][ What follows: {follows}.]",
    mend,
  },
  "below-the-law/dated": {
    fr: "{clause} : {value} passe sous le plancher de la loi, {bound} : {beyond} ({source}).[ Licite : {within}.][ Inconnu à partir du {unknownfrom}, faute de taux publié.][ Suite : {follows}.]",
    en: "{clause}: {value} falls below the law's floor, {bound}: {beyond} ({source}).[ Lawful: {within}.][ Unknown from {unknownfrom} on, for want of a published rate.][ What follows: {follows}.]",
    mend,
  },
  "above-the-law": {
    fr: "{clause} : {figure}[ ({case})] dépasse ce que la loi admet[ à partir du {since}][ jusqu'au {until}] : {value}, contre {bound} au plus ({source}).[ Ainsi le {sample}.][ Suite : {follows}.]",
    en: "{clause}: {figure}[ ({case})] exceeds what the law allows[ from {since} on][ until {until}]: {value}, against at most {bound} ({source}).[ So on {sample}.][ What follows: {follows}.]",
    mend,
  },
  "law-unchecked": {
    fr: "{clause} : on ne peut pas comparer {figure}[ ({case})] à ce que la loi veut[ depuis le {since}], {bound} ({source}).",
    en: "{clause}: {figure}[ ({case})] cannot be compared with what the law wants[ since {since}], {bound} ({source}).",
    mend: { fr: "Chiffrer {figure}, puis comparer.", en: "State {figure}, then compare." },
  },
  "law-unchecked/dated": {
    fr: "{clause} : {value} respecte ce que veut la loi, {bound}, aussi loin que les taux sont publiés : {within} ({source}).[ Inconnu à partir du {unknownfrom}.]",
    en: "{clause}: {value} meets what the law wants, {bound}, as far as rates are published: {within} ({source}).[ Unknown from {unknownfrom} on.]",
    mend: {
      fr: "Revoir à chaque publication, ou reprendre le taux même de la loi.",
      en: "Look again at each publication, or take the law's own rate.",
    },
  },
  "law-requires": {
    fr: "Le contrat n'a pas de clause que la loi exige[ depuis le {since}][ jusqu'au {until}] : {topic} ({source}).[ Suite : {follows}.]",
    en: "The contract lacks a clause that the law requires[ since {since}][ until {until}]: {topic} ({source}).[ What follows: {follows}.]",
    mend: {
      fr: "{mend}.[ La relecture cherche une clause qui porte « topic: {mark} ».]",
      en: '{mend}.[ What is looked for is a clause with "topic: {mark}".]',
    },
  },
  "law-forbids": {
    fr: "{clause} touche à ce que la loi limite[ depuis le {since}][ jusqu'au {until}] ({source}).[ Suite : {follows}.]",
    en: "{clause} touches what the law restricts[ since {since}][ until {until}] ({source}).[ What follows: {follows}.]",
    mend,
  },
  "rule-from-law": {
    fr: "Le contrat n'en dit rien, alors la loi parle : {law}[, {figures}] ({source}).",
    en: "The contract says nothing of it, so the law speaks: {law}[, {figures}] ({source}).",
    mend: {
      fr: "L'écrire dans le contrat, pour que le lecteur l'y trouve.",
      en: "Write it in the contract, so that its reader finds it there.",
    },
  },
  "law-repealed": {
    fr: "{clause} s'appuie sur un texte qui ne vaut plus depuis le {until} ({cites}).[ Aujourd'hui : {now}.]",
    en: "{clause} relies on a text that has had no force since {until} ({cites}).[ Today: {now}.]",
    mend: { fr: "Remplacer la référence.", en: "Replace the reference." },
  },
};
