import type { Language } from "#kernel/words/language.ts";
import type { Fault } from "#ledger/audit/fault.ts";
import type { Terminal } from "../terminal.ts";
import { faultWords, mendOf } from "./fault-words.ts";
import { indent } from "./text.ts";

/** More of one contract would hide the other contracts. */
const SHOWN = 20;

/** The faults of one contract for people: what, where, expected and found, and what mends it, said once for all of a kind in a row. */
export function showFaults(
  { paint, width }: Terminal,
  { contract, called, faults, count }: { contract: string; called: string; faults: readonly Fault[]; count: number },
  language: Language,
): string {
  const french = language === "fr";
  const nothing = french ? "rien" : "nothing";
  const colon = french ? " : " : ": ";
  const shown = faults.slice(0, SHOWN);
  const lines = shown.map((fault, index) => {
    const { kind, place, expected = nothing, found = nothing } = fault;
    const values = `${french ? "attendu" : "expected"}${colon}${expected}\n${french ? "trouvé" : "found"}${colon}${found}`;
    const mend = shown[index + 1]?.kind === kind ? "" : `${paint("faint", indent(`→ ${mendOf(kind, contract)[language]}`, 2, width))}\n`;
    return `${paint("bad", "✗")} ${place}${colon}${faultWords[kind][language]}\n${indent(values, 4, width)}\n${mend}`;
  });
  const more = count - shown.length;
  const rest = more > 0 ? `  … ${french ? `et ${more} de plus` : `and ${more} more`}\n` : "";
  return `${paint("strong", called)} ${paint("faint", contract)}\n${lines.join("")}${rest}\n`;
}
