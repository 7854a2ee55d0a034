import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import { inForm } from "#kernel/kinds/shared/forms.ts";
import { type Clause, knownForms } from "#kernel/terms/clause.ts";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import type { Language } from "#kernel/words/language.ts";
import { type Names, openNames } from "#kernel/words/names.ts";
import { sayFigureOf } from "#kernel/words/prose.ts";
import { formWords } from "#kernel/words/states.ts";
import { openVoice, type Voice } from "#kernel/words/voice.ts";
import type { OpenLife } from "./open-life.ts";
import { closersOf } from "./why.ts";

/** A fact that who looks may state, and by which a right is used or a duty kept. */
export interface Act {
  /** Of the item that it would close. */
  item: string;
  kind: string;
  words: string;
  subject: string;
  /** What is done by it, and by when. */
  purpose: string;
  /** Who may be said to have done it, the first by default. */
  by: readonly Choice[];
  /** In what form, where the clause asks for one or the act may have any. */
  form?: { asked?: string; choices: readonly Choice[] };
  fields: readonly ActField[];
}

export interface Choice {
  value: string;
  words: string;
}

export interface ActField {
  name: string;
  words: string;
  input: "text" | "number" | "amount" | "instant" | "date" | "list" | "choice";
  choices?: readonly Choice[];
  required: boolean;
}

/** Acts by which open items of a clause are closed, for whoever speaks for these parties. */
export function actsOf(
  { contract, zone }: OpenLife,
  { items, at }: Standing,
  id: string,
  parties: readonly string[],
  language: Language,
): Act[] {
  const clause = contract.byId.get(id);
  if (!clause) return [];
  const voice = openVoice(language, zone);
  const names = openNames(contract, voice);
  const open = items.filter(
    (item) => item.clause === id && item.closed === undefined && (item.state === "open" || item.state === "missed"),
  );
  return open.slice(0, 20).flatMap((item) =>
    closersOf(clause).flatMap((event): Act[] => {
      const kind = contract.factKinds.get(event);
      const by = kind ? speakers(kind, item, parties) : [];
      if (!kind || by.length === 0 || Object.values(kind.fields).some((type) => inputOf(type) === undefined)) return [];
      return [
        {
          item: item.id,
          kind: event,
          words: kind.words[language],
          subject: item.subject,
          purpose: purposeOf(item, at, names, voice),
          by: by.map((party) => ({ value: party, words: names.party(party) })),
          ...formOf(clause, kind, voice, names),
          fields: [
            ...Object.entries(kind.fields).map(([name, type]) => fieldOf(name, type, true, names)),
            ...Object.entries(kind.optional).flatMap(([name, type]) =>
              inputOf(type) === undefined || name === "under" ? [] : [fieldOf(name, type, false, names)],
            ),
          ],
        },
      ];
    }),
  );
}

/** Who of those one speaks for may do it: the item's own party first. */
function speakers(kind: FactKind, { party }: NumberedItem, parties: readonly string[]): string[] {
  const may = parties.filter((one) => kind.by.includes(one) || kind.by.includes("anyone"));
  const own = may.filter((one) => one === party || party === "either" || party === "anyone");
  return [...own, ...may.filter((one) => !own.includes(one))];
}

function purposeOf({ clause, type, due, target, until }: NumberedItem, at: number, names: Names, voice: Voice): string {
  const edge = type === "right" ? until : (due ?? target);
  const by = edge === undefined ? "" : ` — ${voice.deadline(edge)} (${voice.left(at, edge)})`;
  return `${names.clause(clause)}${by}`;
}

function formOf(clause: Clause, { sort }: FactKind, voice: Voice, names: Names): Pick<Act, "form"> {
  const raw = clause.raw["in-form"];
  const asked = typeof raw === "string" ? raw : undefined;
  if (raw === undefined && sort !== "act") return {};
  const said = sayFigureOf(clause, "in-form", voice, names);
  const fit = knownForms.filter((form) => asked === undefined || inForm(asked, form));
  return {
    form: {
      ...(said !== undefined && { asked: said }),
      choices: (fit.length > 0 ? fit : knownForms).map((value) => ({ value, words: formWords[value]?.[voice.language] ?? value })),
    },
  };
}

function fieldOf(name: string, type: string, required: boolean, names: Names): ActField {
  const choices = type === "yes or no" ? ["yes", "no"] : type.startsWith("one of ") ? type.slice(7).split(", ") : undefined;
  return {
    name,
    words: names.field(name),
    input: inputOf(type)!,
    ...(choices && { choices: choices.map((value) => ({ value, words: names.value(value) })) }),
    required,
  };
}

function inputOf(type: string): ActField["input"] | undefined {
  if (type === "figures" || type === "runs") return undefined;
  if (type === "yes or no" || type.startsWith("one of ")) return "choice";
  if (type === "list of text" || type === "parties") return "list";
  if (type === "amount" || type === "price") return "amount";
  if (type === "number" || type === "percent" || type === "days") return "number";
  return type === "instant" || type === "date" ? type : "text";
}
