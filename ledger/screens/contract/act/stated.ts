import { formatInstant } from "#kernel/time/instant.ts";
import type { Zone } from "#kernel/time/zone.ts";
import type { Act, ActField } from "../life/acts.ts";
import { fromInput } from "../time/local.ts";

/** What a form holds, as its fields give it. */
export interface Filled {
  by: string;
  form: string;
  /** Empty: now. */
  occurred: string;
  fields: Readonly<Record<string, string>>;
}

/** What the API takes. */
export type StatedFact = {
  id: string;
  kind: string;
  subject: string;
  by: string;
  occurred?: string;
  fields: Record<string, string | string[]>;
};

/** The fact that a form states. What was left empty is not said. */
export function statedBy(act: Act, { by, form, occurred, fields }: Filled, id: string, zone: Zone): StatedFact {
  const at = fromInput(occurred, zone);
  const said = act.fields.flatMap((field): [string, string | string[]][] => {
    const text = (fields[field.name] ?? "").trim();
    return text === "" ? [] : [[field.name, valueOf(field, text, zone)]];
  });
  return {
    id,
    kind: act.kind,
    subject: act.subject,
    by,
    ...(at !== undefined && { occurred: formatInstant(at) }),
    fields: { ...Object.fromEntries(said), ...(act.form && form !== "" && { "in-form": form }) },
  };
}

function valueOf({ input }: ActField, text: string, zone: Zone): string | string[] {
  if (input === "list") return text.split(",").map((part) => part.trim());
  if (input === "instant") {
    const at = fromInput(text, zone);
    return at === undefined ? text : formatInstant(at);
  }
  // Who writes French writes 12,50 EUR.
  return input === "number" || input === "amount" ? text.replace(/(\d),(\d)/, "$1.$2") : text;
}

/** Whether all that a fact cannot do without was said. */
export function isComplete(act: Act, { fields }: Filled): boolean {
  return act.fields.every(({ name, required }) => !required || (fields[name] ?? "").trim() !== "");
}

/** Parties that a member of a space may speak for, its own first: as the server has it. */
export function partiesOf(kind: "provider" | "distributor" | "customer"): readonly string[] {
  if (kind === "customer") return ["customer", "administrator", "affiliate", "user"];
  return kind === "distributor" ? ["distributor"] : ["provider", "distributor", "customer", "administrator", "affiliate", "user"];
}

/** Under which name the log has what a space states. */
export function sourceOf(kind: "provider" | "distributor" | "customer"): string {
  return kind === "provider" ? "desk" : kind;
}
