import type { NumberedItem } from "#kernel/engine/register.ts";
import { valueOf } from "#kernel/money/figure.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Terminal } from "../terminal.ts";
import { labelled } from "./explanation.ts";
import { title } from "./standing.ts";

/** What another reading of the clause, the law's own figure, or the worst case would give. */
export function alternatives(terminal: Terminal, { otherwise }: NumberedItem, { voice }: Opened): string {
  const all = Object.entries(otherwise ?? {});
  if (all.length === 0) return "";
  const french = voice.language === "fr";
  const known: Record<string, string> = { law: french ? "selon la loi" : "by law", worst: french ? "au pire" : "at worst" };
  const rows = all.map(([name, { due, until, figure }]): [string, string] => {
    const parts = [due === undefined ? undefined : voice.deadline(due), until === undefined ? undefined : voice.deadline(until), figure && voice.number(valueOf(figure), figure.unit)];
    return [known[name] ?? name, parts.filter((part) => part !== undefined).join(", ")];
  });
  return `${title(terminal, french ? "Autrement" : "Otherwise")}${labelled(terminal, rows)}`;
}
