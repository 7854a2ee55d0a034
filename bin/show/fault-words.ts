import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { type FaultKind, faultKinds } from "#ledger/audit/fault.ts";

/** What an audit found, by its kind. */
export const faultWords: Readonly<Record<FaultKind, Bilingual>> = {
  "entry-gone": { fr: "un fait enregistré a disparu", en: "a recorded fact is gone" },
  "entry-altered": {
    fr: "un fait enregistré n'est plus lisible tel qu'il a été écrit",
    en: "a recorded fact no longer reads as it was written",
  },
  "column-differs": { fr: "une colonne ne dit pas ce que dit le fait enregistré", en: "a column does not say what the recorded fact says" },
  "leaf-differs": { fr: "l'empreinte d'un fait n'est pas celle de ses octets", en: "the hash of a fact is not that of its bytes" },
  "order-broken": {
    fr: "un fait porte un instant d'enregistrement antérieur au précédent",
    en: "a fact says it was recorded before the one it follows",
  },
  "signed-otherwise": { fr: "le journal n'est pas celui qui a été signé", en: "the log is not the one that was signed" },
  "frontier-differs": { fr: "l'arbre du journal n'est pas celui de ses faits", en: "the tree of the log is not that of its facts" },
  "revision-gone": { fr: "il manque une révision", en: "a revision is missing" },
  "version-broken": { fr: "les versions d'une ligne ne se suivent pas", en: "the versions of an item do not follow one another" },
  "node-differs": { fr: "un nœud de l'arbre n'est pas celui des faits", en: "a node of the tree is not that of the facts" },
  "head-differs": {
    fr: "la tête du contrat ne dit pas ce que disent ses faits",
    en: "the contract's head does not say what its facts say",
  },
  "lived-differs": { fr: "un fait n'est pas à sa place dans la vie du contrat", en: "a fact is not in its place in the contract's life" },
  "item-gone": { fr: "il manque une ligne", en: "an item is missing" },
  "item-extra": { fr: "une ligne de trop", en: "an item too many" },
  "item-differs": { fr: "une ligne ne dit pas ce que disent les faits", en: "an item does not say what the facts say" },
  "checkpoint-differs": { fr: "un état de reprise n'est pas celui des faits", en: "a state to resume from is not that of the facts" },
  "revision-differs": { fr: "la dernière révision ne dit pas ce que dit la tête", en: "the last revision does not say what the head says" },
  "edition-differs": {
    fr: "établi par une autre édition du moteur ou des références, et donc pas encore comparé",
    en: "worked out by another edition of the engine or the references, and so not compared yet",
  },
  "in-trouble": { fr: "l'horloge n'a pas pu faire avancer le contrat", en: "the clock could not turn the contract" },
  "not-lived": {
    fr: "la vie du contrat n'a pas pu être rejouée, rien n'y a été comparé",
    en: "the contract's life could not be replayed, so nothing in it was compared",
  },
};

const mends: Readonly<Record<(typeof faultKinds)[FaultKind], Bilingual>> = {
  source: {
    fr: "reprendre ledger.fact d'une sauvegarde ; les points de contrôle des témoins disent laquelle est entière (docs/operate.md)",
    en: "restore ledger.fact from a backup; the checkpoints kept by witnesses tell which one is whole (docs/operate.md)",
  },
  history: {
    fr: "reprendre la table d'une sauvegarde : ce qui a été dit ne se recalcule pas",
    en: "restore the table from a backup: what was said cannot be worked out again",
  },
  projection: { fr: "tenu rebuild --contract ID", en: "tenu rebuild --contract ID" },
  edition: { fr: "laisser tenu serve finir, ou tenu rebuild", en: "let tenu serve finish, or tenu rebuild" },
  trouble: { fr: "corriger ce qui est dit, puis tenu rebuild --contract ID", en: "mend what is said, then tenu rebuild --contract ID" },
  unlived: { fr: "corriger d'abord ce qui est dit avant, ou trouvé ici", en: "first mend what is said before, or found here" },
};

const frontier: Bilingual = {
  fr: "reprendre la base d'une sauvegarde ; si les faits sont sûrs (un témoin les confirme) : tenu rebuild --contract ID --trust-log",
  en: "restore the database from a backup; if the facts are certain (a witness confirms them): tenu rebuild --contract ID --trust-log",
};

export function mendOf(kind: FaultKind, contract: string): Bilingual {
  const { fr, en } = kind === "frontier-differs" ? frontier : mends[faultKinds[kind]];
  return { fr: fr.replace("ID", contract), en: en.replace("ID", contract) };
}
