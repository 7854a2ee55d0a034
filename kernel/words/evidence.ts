import type { Bilingual } from "../terms/fact-kind.ts";
import type { CheckName, PackPlace } from "../evidence/verdict.ts";
import { fill } from "./fill.ts";

/** What is looked at in a pack of evidence. */
export const checkWords: Readonly<Record<CheckName, Bilingual>> = {
  format: { fr: "forme du fichier", en: "form of the file" },
  documents: { fr: "documents", en: "documents" },
  signature: { fr: "signature du journal", en: "signature of the log" },
  cosignatures: { fr: "témoins", en: "witnesses" },
  entries: { fr: "écritures", en: "entries" },
  indexes: { fr: "numéros des écritures", en: "numbers of the entries" },
  root: { fr: "empreinte du journal", en: "root of the log" },
  earlier: { fr: "points de contrôle antérieurs", en: "earlier checkpoints" },
  statement: { fr: "état déclaré", en: "standing stated" },
  item: { fr: "ligne prétendue", en: "item claimed" },
};

/** Where in a pack; `name` is what an id or a key's name fills. */
export const packPlaceWords: Readonly<Record<PackPlace["part"], Bilingual>> = {
  pack: { fr: "le fichier", en: "the file" },
  document: { fr: "document {name}", en: "document {name}" },
  checkpoint: { fr: "point de contrôle", en: "checkpoint" },
  earlier: { fr: "point de contrôle antérieur[, taille {name}]", en: "earlier checkpoint[, size {name}]" },
  entry: { fr: "écriture {name}", en: "entry {name}" },
  leaves: { fr: "empreintes des écritures[, n° {name}]", en: "hashes of the entries[, no. {name}]" },
  statement: { fr: "déclaration signée", en: "signed statement" },
  item: { fr: "ligne {name}", en: "item {name}" },
};

/** What held, and what was left undone and why. */
export const outcomeWords: Readonly<Record<string, Bilingual>> = {
  format: { fr: "Le fichier est de la forme {format}.", en: "The file is of the form {format}." },
  documents: { fr: "Documents conformes à leur empreinte : {count}.", en: "Documents that match their digests: {count}." },
  signed: { fr: "Journal {origin} de {size} écritures, signé par {names}.", en: "Log {origin} of {size} entries, signed by {names}." },
  "signed-unpinned": {
    fr: "Journal {origin} de {size} écritures, signé par {names}, dont la clé vient du fichier lui-même : cela ne prouve pas qui a signé.",
    en: "Log {origin} of {size} entries, signed by {names}, whose key comes from the file itself: that does not prove who signed.",
  },
  cosigned: {
    fr: "Contresigné par {count} témoins sur {of} connus[ : {names}].",
    en: "Cosigned by {count} of {of} known witnesses[: {names}].",
  },
  "no-witness-known": { fr: "Aucun témoin n'est connu ici : rien n'a été demandé.", en: "No witness is known here: none was asked for." },
  entries: { fr: "Écritures bien formées : {count}.", en: "Entries well formed: {count}." },
  indexes: { fr: "Aucune écriture ne manque, ni n'est double ou déplacée.", en: "No entry is missing, doubled or out of place." },
  included: { fr: "Écritures prouvées dans le journal : {count} sur {size}.", en: "Entries proved to be in the log: {count} of {size}." },
  "root-same": { fr: "Les {count} écritures donnent l'empreinte signée.", en: "The {count} entries give the root that was signed." },
  "no-earlier": {
    fr: "Aucun point de contrôle antérieur n'est donné : rien ne dit ici ce que le journal contenait avant.",
    en: "No earlier checkpoint is given: nothing here tells what the log held before.",
  },
  "earlier-same": {
    fr: "Le journal continue celui qui a été signé, à la taille {sizes}.",
    en: "The log goes on from the one that was signed, at size {sizes}.",
  },
  "earlier-part": {
    fr: "Non comparé (taille {sizes}) : le fichier n'est qu'une partie du journal. Demander une preuve de cohérence, ou le fichier entier.",
    en: "Not compared (size {sizes}): the file is only a part of the log. Ask for a consistency proof, or for the whole file.",
  },
  "no-statement": {
    fr: "Aucun état déclaré : rien ne lie les documents au journal.",
    en: "No standing is stated: nothing ties the documents to the log.",
  },
  "standing-recomputed": {
    fr: "L'état recalculé est celui déclaré ({items} lignes).",
    en: "The standing recomputed is the one stated ({items} items).",
  },
  "no-item": { fr: "Aucune ligne n'est prétendue.", en: "No item is claimed." },
  "item-recomputed": { fr: "{id}, recalculé, est ce qui est prétendu.", en: "{id}, recomputed, is what is claimed." },
  "item-from-part": {
    fr: "{id}, recalculé sur {count} écritures des {size}, est ce qui est prétendu ; les autres pourraient le changer.",
    en: "{id}, recomputed from {count} of the {size} entries, is what is claimed; the others could change it.",
  },
  "part-only": {
    fr: "Non recalculé : le fichier ne contient que {count} écritures des {size}.",
    en: "Not recomputed: the file holds only {count} of the {size} entries.",
  },
  "engine-differs": {
    fr: "Non recalculé : édition du moteur {here} ici, {there} là.",
    en: "Not recomputed: engine edition {here} here, {there} there.",
  },
  "references-differ": {
    fr: "Non recalculé : références {here} ici, {there} là.",
    en: "Not recomputed: references {here} here, {there} there.",
  },
};

/** What does not hold. */
export const faultWords: Readonly<Record<string, Bilingual>> = {
  "pack-form": {
    fr: "La forme du fichier n'est pas celle attendue[ à {path}] ({got}).",
    en: "The file's form is not as expected[ at {path}] ({got}).",
  },
  "pack-extent": {
    fr: "Le fichier doit donner soit « leaves », pour le journal entier, soit « proofs », pour une partie.",
    en: 'The file must give either "leaves", for the whole log, or "proofs", for a part.',
  },
  "document-digest": {
    fr: "Le texte n'a pas l'empreinte {expected}, mais {got}.",
    en: "The text does not have the digest {expected}, but {got}.",
  },
  "document-id": { fr: "Le texte se nomme {got}, et non {expected}.", en: "The text calls itself {got}, not {expected}." },
  "document-version": { fr: "Le texte est de la version {got}, et non {expected}.", en: "The text is of version {got}, not {expected}." },
  "document-twice": { fr: "Le document est donné deux fois.", en: "The document is given twice." },
  "terms-unusable": {
    fr: "Les documents ne se composent pas : {problem} ({where}).",
    en: "The documents do not compose: {problem} ({where}).",
  },
  "terms-digest": {
    fr: "Documents, bon de commande ou références ne sont pas ceux qui ont été signés : {expected}, et non {got}.",
    en: "Documents, particulars or references are not those that were signed: {expected}, not {got}.",
  },
  base64: { fr: "Base 64 mal formé : {got}.", en: "Malformed base 64: {got}." },
  "note-text": { fr: "La ligne {line} n'est pas un texte de note signée.", en: "Line {line} is no text of a signed note." },
  "note-unsigned": {
    fr: "La note n'est pas signée[, ou l'est trop de fois : {signatures}].",
    en: "The note is not signed[, or too many times: {signatures}].",
  },
  "note-line": { fr: "La ligne {line} n'est pas une signature : {got}.", en: "Line {line} is no signature: {got}." },
  "signature-wrong": { fr: "La signature de {name} ({id}) est fausse.", en: "The signature of {name} ({id}) is wrong." },
  "signature-missing": {
    fr: "Personne de connu n'a signé[ ; connus : {known}][ ; ont signé : {signed}].",
    en: "Nobody known has signed[; known: {known}][; signed by: {signed}].",
  },
  checkpoint: {
    fr: "La ligne {line} du point de contrôle ne se lit pas : {got}.",
    en: "Line {line} of the checkpoint cannot be read: {got}.",
  },
  "cosignatures-few": {
    fr: "{got} témoins connus ont contresigné, il en faut {expected}[ ; manquent : {missing}].",
    en: "{got} known witnesses have cosigned, {expected} are needed[; missing: {missing}].",
  },
  "entry-not-json": { fr: "L'écriture n'est pas du JSON.", en: "The entry is not JSON." },
  "entry-not-canonical": {
    fr: "L'écriture n'est pas sous sa forme canonique, colonne {column}.",
    en: "The entry is not in its canonical form, column {column}.",
  },
  "not-json": { fr: "Ce que JSON ne sait pas dire[, à {path}] : {got}.", en: "What JSON cannot say[, at {path}]: {got}." },
  "entry-key": { fr: "La clé {key} n'a pas sa place dans {path}.", en: "The key {key} does not belong in {path}." },
  "entry-value": { fr: "{path} n'a pas la valeur qu'il faut : {got}.", en: "{path} does not have the value it must: {got}." },
  "entry-contract": { fr: "L'écriture est du contrat {got}, et non {expected}.", en: "The entry is of contract {got}, not {expected}." },
  "entry-index": {
    fr: "Ici devait venir l'écriture {expected}, et c'est {got} qui vient.",
    en: "Entry {expected} had to come here, and {got} does.",
  },
  "entry-missing": {
    fr: "Il manque des écritures : {expected} signées, {got} ici.",
    en: "Entries are missing: {expected} signed, {got} here.",
  },
  "entry-altered": {
    fr: "L'écriture n'est pas celle signée : empreinte {got}, et non {expected}.",
    en: "The entry is not the one signed: hash {got}, not {expected}.",
  },
  "entry-not-included": {
    fr: "L'écriture n'est pas prouvée dans le journal de {size}.",
    en: "The entry is not proved to be in the log of {size}.",
  },
  proof: { fr: "La preuve contient ce qui n'est pas une empreinte : {got}.", en: "The proof holds what is no hash: {got}." },
  "leaves-count": {
    fr: "Les empreintes des écritures font {got} octets au lieu de {expected}.",
    en: "The hashes of the entries are {got} bytes, not {expected}.",
  },
  leaf: { fr: "L'empreinte donnée est {got}, l'écriture a {expected}.", en: "The hash given is {got}, the entry has {expected}." },
  root: {
    fr: "Les écritures donnent l'empreinte {got}, et non {expected}, signée.",
    en: "The entries give the root {got}, not {expected}, which was signed.",
  },
  "earlier-origin": {
    fr: "Ce point de contrôle est du journal {got}, et non {expected}.",
    en: "This checkpoint is of the log {got}, not {expected}.",
  },
  "earlier-larger": {
    fr: "Le journal a raccourci : {got} écritures, il doit y en avoir {expected}.",
    en: "The log has grown shorter: {got} entries, there must be {expected}.",
  },
  "earlier-root": {
    fr: "Les {size} premières écritures ne sont plus celles qui avaient été signées : empreinte {got}, et non {expected}.",
    en: "The first {size} entries are no longer those that were signed: root {got}, not {expected}.",
  },
  "statement-form": { fr: "La déclaration n'a pas sa forme.", en: "The statement does not have its form." },
  "statement-contract": {
    fr: "La déclaration est du contrat {expected}, et non {got}.",
    en: "The statement is about contract {expected}, not {got}.",
  },
  "statement-size": {
    fr: "La déclaration porte sur {got} écritures, le journal en a moins : {expected}.",
    en: "The statement is about {got} entries, the log has fewer: {expected}.",
  },
  standing: {
    fr: "L'état recalculé a l'empreinte {got}, et non {expected}, déclarée.",
    en: "The standing recomputed has the digest {got}, not {expected}, as stated.",
  },
  "not-computable-again": { fr: "L'état ne peut pas être recalculé : {message}", en: "The standing cannot be recomputed: {message}" },
  "item-instant": {
    fr: "Les instants de la ligne ne se lisent pas : {at}, {known}.",
    en: "The item's instants cannot be read: {at}, {known}.",
  },
  "item-absent": { fr: "Rien ne s'appelle {id} dans ce qui se recalcule.", en: "Nothing is called {id} in what is recomputed." },
  "item-differs": { fr: "[{key} : ]recalculé {expected}, prétendu {got}.", en: "[{key}: ]recomputed {expected}, claimed {got}." },
};

/** Keys and bytes that are used otherwise than they can be: mistakes of whoever sets them up, never of a pack. */
export const keyWords: Readonly<Record<string, Bilingual>> = {
  "key-form": { fr: "« {got} » n'est pas une clé de vérification : nom+id+clé.", en: '"{got}" is no verifier key: name+id+key.' },
  "key-name": { fr: "« {got} » n'est pas un nom de clé : ni espace, ni plus.", en: '"{got}" is no name of a key: no space, no plus.' },
  "key-type": {
    fr: "La clé de {name} est d'un type inconnu ({got}, {bytes} octets).",
    en: "The key of {name} is of an unknown type ({got}, {bytes} bytes).",
  },
  "key-id": { fr: "La clé de {name} a l'id {expected}, et non {got}.", en: "The key of {name} has the id {expected}, not {got}." },
  "key-use": { fr: "La clé de {name} ne signe pas cela.", en: "The key of {name} does not sign this." },
  "entry-not-utf8": { fr: "L'écriture n'est pas de l'UTF-8.", en: "The entry is not UTF-8." },
  frontier: {
    fr: "{bytes} octets ne font pas la frontière d'un journal de {size}.",
    en: "{bytes} bytes do not make the frontier of a log of {size}.",
  },
};

const sentences = { ...outcomeWords, ...faultWords, ...keyWords };

/** A sentence for how a check came out, for a fault or a key; a code without words is shown as it is. */
export function evidenceWords({ code, args }: { code: string; args: Readonly<Record<string, string>> }): Bilingual {
  const { fr, en } = sentences[code] ?? { fr: code, en: code };
  return { fr: fill(fr, args), en: fill(en, args) };
}

/** `entry 17`, `document crm`. */
export function packPlaceInWords({ part, name }: PackPlace): Bilingual {
  const args = name === undefined ? {} : { name };
  return { fr: fill(packPlaceWords[part].fr, args), en: fill(packPlaceWords[part].en, args) };
}
