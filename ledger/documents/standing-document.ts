import { WHOLE } from "#kernel/engine/item.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import { valueOf } from "#kernel/money/figure.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import type { Names } from "#kernel/words/names.ts";
import { stateWords } from "#kernel/words/states.ts";
import type { Voice } from "#kernel/words/voice.ts";
import type { Block, PrintedDocument, Table } from "#platform/documents/document.ts";

/** What the paper says, and in whose words. */
export interface StandingPaper {
  /** The contract's own name. */
  name: string;
  contract: Contract;
  at: Instant;
  size: number;
  edition: string;
  items: readonly NumberedItem[];
  voice: Voice;
  names: Names;
  /** The installation that says so. */
  author: string;
  /** The signed checkpoint of the log that it rests on. */
  checkpoint: string;
}

/** What stands under a contract, on paper: what is to be done, what may be done, what is owed, and the checkpoint that proves from what. */
export function standingDocument(paper: StandingPaper): PrintedDocument {
  const { name, at, voice, author, checkpoint, items } = paper;
  const french = voice.language === "fr";
  const of = (type: NumberedItem["type"]) => items.filter((item) => item.type === type);
  const blocks = [
    parties(paper),
    ...section(
      paper,
      french ? "À faire" : "To do",
      of("obligation"),
      french ? "échéance" : "due",
      ({ target, due, until }) => target ?? due ?? until,
    ),
    ...section(
      paper,
      french ? "Droits ouverts" : "Open rights",
      of("right"),
      french ? "jusqu'à" : "until",
      ({ until, from }) => until ?? from,
    ),
    ...amounts(paper, of("amount")),
    ...(items.length === 0 ? [{ kind: "paragraph" as const, text: french ? "Rien n'est ouvert." : "Nothing is open." }] : []),
    proof(paper),
  ];
  return {
    language: voice.language,
    title: french ? "Situation du contrat" : "Standing of the contract",
    subtitle: `${name}, ${voice.instant(at)} (${voice.zone.name})`,
    reference: name,
    author,
    createdAt: at,
    blocks,
    enclosures: [
      {
        name: "checkpoint.txt",
        contentType: "text/plain",
        description: french ? "Point de contrôle signé du journal" : "Signed checkpoint of the log",
        relationship: "Data",
        content: new TextEncoder().encode(checkpoint),
      },
    ],
  };
}

function parties({ contract, names, voice, size, edition }: StandingPaper): Block {
  const french = voice.language === "fr";
  const rows = Object.entries(contract.particulars.parties).map(([party, value]) => ({ label: capital(names.party(party)), value }));
  const documents = contract.documents.map(({ id, version }) => `${names.document(id)} (${version})`).join(", ");
  return {
    kind: "pairs",
    rows: [
      ...rows,
      { label: "Documents", value: documents },
      { label: french ? "Journal" : "Log", value: french ? `${size} faits` : `${size} facts` },
      { label: french ? "Calculé par" : "Worked out by", value: french ? `moteur ${edition}` : `engine ${edition}` },
    ],
  };
}

function section(
  { voice, names }: StandingPaper,
  title: string,
  items: readonly NumberedItem[],
  edge: string,
  edgeOf: (item: NumberedItem) => Instant | undefined,
): Block[] {
  if (items.length === 0) return [];
  const french = voice.language === "fr";
  const rows = items.map((item) => {
    const at = edgeOf(item);
    return [
      whatOf(item, names),
      whoOf(item, names),
      stateWords(item.type, item.state)[voice.language],
      at === undefined ? "–" : voice.deadline(at),
    ];
  });
  const columns: Table["columns"] = [
    { head: french ? "quoi" : "what", share: 5, align: "start" },
    { head: french ? "qui" : "who", share: 3, align: "start" },
    { head: french ? "état" : "state", share: 2, align: "start" },
    { head: edge, share: 3, align: "start" },
  ];
  return [
    { kind: "heading", level: 1, text: title },
    { kind: "table", columns, rows },
  ];
}

function amounts({ voice, names }: StandingPaper, items: readonly NumberedItem[]): Block[] {
  if (items.length === 0) return [];
  const french = voice.language === "fr";
  const rows = items.map((item) => [
    whatOf(item, names),
    whoOf(item, names),
    stateWords(item.type, item.state)[voice.language],
    item.figure ? voice.number(valueOf(item.figure), item.figure.unit) : french ? "inconnu" : "unknown",
  ]);
  const columns: Table["columns"] = [
    { head: french ? "quoi" : "what", share: 5, align: "start" },
    { head: french ? "de qui à qui" : "from whom to whom", share: 4, align: "start" },
    { head: french ? "état" : "state", share: 2, align: "start" },
    { head: french ? "montant" : "amount", share: 3, align: "end" },
  ];
  return [
    { kind: "heading", level: 1, text: french ? "Sommes" : "Money" },
    { kind: "table", columns, rows },
  ];
}

/** The deed, and what it is about where it is not the contract as a whole. */
function whatOf({ clause, subject }: NumberedItem, names: Names): string {
  return subject === WHOLE ? names.clause(clause) : `${names.clause(clause)} (${subject})`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function whoOf({ party, to }: NumberedItem, names: Names): string {
  return [party, to].flatMap((one) => (one === undefined || one === "" ? [] : [names.party(one)])).join(" → ");
}

function proof({ voice, checkpoint, author, at }: StandingPaper): Block {
  const french = voice.language === "fr";
  const [origin = "", size = "", root = ""] = checkpoint.split("\n");
  return {
    kind: "proof",
    title: french ? "Preuve" : "Proof",
    signers: [
      {
        role: french ? "pour l'installation" : "for the installation",
        name: author,
        mark: french ? "signé (Ed25519), joint à ce fichier" : "signed (Ed25519), enclosed in this file",
      },
    ],
    details: [
      { label: french ? "Journal" : "Log", value: origin },
      { label: french ? "Écritures" : "Entries", value: size },
      { label: french ? "Racine" : "Root", value: root },
      { label: "Instant", value: formatInstant(at) },
    ],
  };
}
