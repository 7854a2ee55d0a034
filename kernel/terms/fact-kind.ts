/** A fact kind: what may be stated to have happened, with which fields, by whom. Frozen once published: a change is a new version. */
export interface FactKind {
  kind: string;
  version: number;
  /** What it is called, as a noun phrase, in both languages. */
  words: Bilingual;
  /** Parties that may state it; `anyone` for any party. */
  by: readonly string[];
  /** An `act` is something a clause may refuse; a `happening` took place whatever a clause says. */
  sort: "act" | "happening";
  fields: Readonly<Record<string, string>>;
  optional: Readonly<Record<string, string>>;
}

export interface Bilingual {
  fr: string;
  en: string;
}

type Definition = {
  fr: string;
  en: string;
  by: string;
  act?: true;
  fields?: Record<string, string>;
  optional?: Record<string, string>;
};

/** Declares version 1 of several fact kinds. `by` is a comma-separated list of parties. */
export function factKinds(definitions: Record<string, Definition>): FactKind[] {
  return Object.entries(definitions).map(([kind, { fr, en, by, act, fields, optional }]) => ({
    kind,
    version: 1,
    words: { fr, en },
    by: by.split(", "),
    sort: act ? "act" : "happening",
    fields: fields ?? {},
    optional: optional ?? {},
  }));
}
