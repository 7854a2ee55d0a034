/** A form's answer as the API takes it; undefined where nothing was answered. Types: docs/guide/writing-terms.md, Facts. */
export function answerOf(type: string, text: string): unknown {
  const answer = text.trim();
  if (answer === "") return undefined;
  if (type === "instant") return instantOf(answer);
  if (type === "list of text" || type === "parties") return answer.split(",").map((one) => one.trim());
  if (type === "figures") return figuresIn(answer);
  if (type === "amount" || type === "price") return moneyOf(answer);
  if (type === "number" || type === "percent") return answer.replace(",", ".");
  return answer;
}

/** `2026-11-22T09:00`, in the reader's zone, as an instant; what is no such time goes as it is, to be refused with its mend. */
export function instantOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}

/** An instant as a field for date and time takes it, in the reader's zone. */
export function localOf(instant: number): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `1 240,50` and `1240.5 eur` are both money: spaces out, a point before the cents, euros where no currency is said. */
function moneyOf(answer: string): string {
  const [, number = answer, currency = "EUR"] = /^(-?[\d\s\u00A0\u202F]+(?:[.,]\d+)?)\s*([A-Za-z]{3}|€)?$/.exec(answer) ?? [];
  const digits = number.replaceAll(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  return /\d/.test(digits) && !/[A-Za-z]/.test(digits) ? `${digits} ${currency === "€" ? "EUR" : currency.toUpperCase()}` : answer;
}

/** `clause.figure: value`, a line each. */
function figuresIn(answer: string): Record<string, string> {
  const lines = answer.split("\n").flatMap((line): [string, string][] => {
    const [, address, value] = /^\s*([^:]+):\s*(.+?)\s*$/.exec(line) ?? [];
    return address !== undefined && value !== undefined ? [[address.trim(), value]] : [];
  });
  return Object.fromEntries(lines);
}
