/** What the linter says of a clause. */
export interface Finding {
  code: string;
  level: string;
  article: string;
  words: string;
  mend: string;
}

export type Remarks = ReadonlyMap<string, readonly Finding[]>;

/** By clause; what is about a document as a whole has no clause to stand at. */
export function remarksOf(findings: readonly (Finding & Record<string, unknown>)[] = []): Remarks {
  const byClause = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { clause } = finding;
    if (typeof clause === "string") byClause.set(clause, [...(byClause.get(clause) ?? []), finding]);
  }
  return byClause;
}

const order = ["error", "warning", "note"];

export function worst(remarks: readonly Finding[]): string {
  return order.find((level) => remarks.some((one) => one.level === level)) ?? "note";
}
