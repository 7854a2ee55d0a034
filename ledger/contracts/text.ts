import { hash } from "node:crypto";
import { contractHtml, titleIn } from "#kernel/words/html/contract-html.ts";
import { readingOrder } from "#kernel/words/html/passages.ts";
import type { Language } from "#kernel/words/language.ts";
import { openVoice } from "#kernel/words/voice.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readHead } from "../fold/head.ts";
import { loadFold } from "../fold/load.ts";
import type { ContractName, Ledger } from "../ledger.ts";

/** A contract's words, as they hold now. */
export interface ContractText {
  language: Language;
  /** SHA-256 of the HTML, in hexadecimal. */
  version: string;
  html: string;
  /** What the parties' first document is called. */
  title: string;
  /** In the order in which they stand. */
  documents: readonly { id: string; version: string; title: string }[];
}

/** The words of a contract with its amendments in them, as HTML (`contractHtml`); undefined where there is no such contract. */
export async function contractText(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  language: Language,
): Promise<ContractText | undefined> {
  const head = await readHead(transaction, name);
  if (!head) return undefined;
  const { life } = await loadFold(transaction, ledger, name, head);
  const { contract, zone } = life.versions.of(life.state);
  const html = contractHtml(contract, openVoice(language, zone));
  const documents = readingOrder(contract).map(({ id, version, title }) => ({ id, version, title: titleIn(title, language) }));
  return { language, version: hash("sha256", html), html, title: documents[0]?.title ?? head.name, documents };
}
