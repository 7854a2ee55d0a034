import type { NumberedItem } from "#kernel/engine/register.ts";
import { valueOf } from "#kernel/money/figure.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Terminal } from "../terminal.ts";
import { labelled } from "./labelled.ts";
import { title } from "./title.ts";

type Other = NonNullable<NumberedItem["otherwise"]>[string];

/** What another reading of the clause, the law's own figure, or the worst case would give. */
export function alternatives(terminal: Terminal, { otherwise }: NumberedItem, opened: Opened): string {
  const all = Object.entries(otherwise ?? {});
  if (all.length === 0) return "";
  const rows = all.map(([name, other]): [string, string] => [otherName(name, opened), otherValue(other, opened)]);
  return `${title(terminal, opened.voice.language === "fr" ? "Autrement" : "Otherwise")}${labelled(terminal, rows)}`;
}

export function otherName(name: string, { voice: { language } }: Opened): string {
  if (name === "law") return language === "fr" ? "selon la loi" : "by law";
  if (name === "worst") return language === "fr" ? "au pire" : "at worst";
  return name;
}

export function otherValue({ due, until, figure }: Other, { voice }: Opened): string {
  const parts = [
    due === undefined ? undefined : voice.deadline(due),
    until === undefined ? undefined : voice.deadline(until),
    figure && voice.number(valueOf(figure), figure.unit),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
