import type { components } from "#web/kit/client/schema.d.ts";

export type Preview = components["schemas"]["Preview"];
export type Asked = components["schemas"]["Asked"];
export type AskedFigure = Asked["figures"][number];

/** The order form while it is being filled in. */
export interface Order {
  tenant: string;
  name: string;
  /** The provider's name, where whoever composes is not the provider. */
  provider: string;
  /** Terms and annexes, in the order chosen; `id@version` where it is not the latest. */
  terms: readonly string[];
  law: readonly string[];
  figures: Readonly<Record<string, string>>;
  readings: Readonly<Record<string, string>>;
  order: Readonly<Record<string, string>>;
}

export const emptyOrder: Order = { tenant: "", name: "", provider: "", terms: [], law: ["fr", "eu"], figures: {}, readings: {}, order: {} };

/** What the server is sent: empty answers are no answers. */
export function particularsOf({ name, provider, terms, law, figures, readings, order }: Order, parties: Readonly<Record<string, string>>) {
  return {
    contract: name.trim() === "" ? "…" : name.trim(),
    documents: [...law, ...terms],
    parties: { ...given({ provider }), ...parties },
    figures: given(figures),
    readings: given(readings),
    order: given(order),
  };
}

function given(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).flatMap(([key, value]) => (value.trim() === "" ? [] : [[key, value.trim()]])));
}

/** How a figure is asked for. */
export type Sort = "time" | "date" | "choice" | "text";

const TIME = /^\d+ (working )?(minute|hour|day|week|month|year)s?$/;
const WORDS = /^[a-z][a-z -]*$/;

/** Read from the values its grammar takes: times as a number and a unit, words as a choice, a start as a date. */
export function sortOf({ examples }: Pick<AskedFigure, "examples">): Sort {
  if (examples.some((one) => TIME.test(one)) && examples.every((one) => TIME.test(one) || WORDS.test(one))) return "time";
  if (examples.some((one) => /^\d{4}-\d{2}-\d{2}$/.test(one))) return "date";
  return examples.length > 1 && examples.every((one) => WORDS.test(one)) ? "choice" : "text";
}

/** The words that stand in the place of a time: `none`, `without delay`. */
export function wordsFor({ examples }: Pick<AskedFigure, "examples">): string[] {
  return examples.filter((one) => WORDS.test(one));
}

export const units = ["minutes", "hours", "working hours", "days", "working days", "weeks", "months", "years"] as const;

/** `3 months` apart: the number, and the unit in the plural. */
export function timeParts(text: string): { number: string; unit: string } {
  const [, number = "", unit = ""] = /^(\d*)\s*(.*)$/.exec(text) ?? [];
  return { number, unit: unit === "" ? "" : unit.replace(/s?$/, "s") };
}

export function timeText(number: string, unit: string): string {
  if (number === "") return "";
  return `${number} ${Number(number) === 1 ? unit.replace(/s$/, "") : unit}`;
}

/** What is still missing of what the order must give. */
export function unanswered(asked: Asked, { figures, order }: Order): number {
  const empty = (value: string | undefined) => (value ?? "").trim() === "";
  return (
    asked.figures.filter(({ address, blank }) => !blank && empty(figures[address])).length +
    asked.order.filter(({ key }) => empty(order[key])).length
  );
}
