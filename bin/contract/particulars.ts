import type { Particulars } from "#kernel/terms/contract.ts";
import { nearest, type Place, type Problem, problem, Unusable } from "#kernel/terms/problem.ts";
import { isRecord, readYaml, type YamlReading } from "#kernel/terms/source.ts";
import { basename } from "node:path";
import { readText } from "./read-text.ts";

/** The order form as a file gives it; `law` are the documents of law that it stands under. */
export interface OrderForm extends Particulars {
  law: readonly string[];
  /** Where a key stands in the file. */
  placeOf: (path: readonly string[]) => Place;
}

const KEYS = ["contract", "documents", "law", "parties", "figures", "readings", "order"];

export function noParticulars(name: string): OrderForm {
  return {
    contract: name,
    documents: [],
    law: ["fr", "eu"],
    parties: {},
    figures: {},
    readings: {},
    order: {},
    placeOf: () => ({ file: "", line: 0, column: 0 }),
  };
}

/** Reads particulars in YAML. Throws Unusable with every problem found. */
export function readParticulars(path: string): OrderForm {
  const text = readText(path);
  const problems: Problem[] = [];
  const yaml = readYaml(text);
  const placeOf = (steps: readonly string[]): Place => ({ file: path, ...yaml.placeOf(steps) });
  const stray = text.indexOf("\uFFFD");
  if (stray >= 0)
    problems.push(
      problem("text-not-utf8", {
        file: path,
        line: text.slice(0, stray).split("\n").length,
        column: stray - text.lastIndexOf("\n", stray),
      }),
    );
  for (const { message, line, column } of yaml.failures) problems.push(problem("yaml", { file: path, line, column }, { message }));
  const raw = yaml.value;
  if (problems.length === 0 && !isRecord(raw)) problems.push(problem("particulars-empty", { file: path, line: 1, column: 1 }));
  if (problems.length > 0 || !isRecord(raw)) throw new Unusable(problems);
  const form = orderForm(raw, path, yaml, problems);
  if (problems.length > 0) throw new Unusable(problems);
  return { ...form, placeOf };
}

function orderForm(raw: Record<string, unknown>, path: string, yaml: YamlReading, problems: Problem[]): Omit<OrderForm, "placeOf"> {
  const at = (key: string): Place => ({ file: path, ...yaml.placeOf([key]) });
  for (const key of Object.keys(raw)) {
    const near = nearest(key, KEYS);
    if (!KEYS.includes(key))
      problems.push(problem("particulars-key", at(key), { key, known: KEYS.join(", "), ...(near !== undefined && { near }) }));
  }
  const map = (key: string): Record<string, unknown> => {
    const value = raw[key] ?? {};
    if (!isRecord(value)) problems.push(problem("particulars-value", at(key), { key, type: "{ … }" }));
    return isRecord(value) ? value : {};
  };
  const texts = (key: string) => Object.fromEntries(Object.entries(map(key)).map(([name, value]) => [name, String(value)]));
  const list = (key: string, otherwise: readonly string[]): readonly string[] => {
    const value = raw[key];
    if (value === undefined) return otherwise;
    if (Array.isArray(value)) return value.map(String);
    if (typeof value === "string")
      return value
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== "" && one !== "none");
    problems.push(problem("particulars-value", at(key), { key, type: "[ … ]" }));
    return otherwise;
  };
  const contract = typeof raw["contract"] === "string" ? raw["contract"] : basename(path).replace(/\.ya?ml$/, "");
  return {
    contract,
    documents: list("documents", []),
    law: list("law", ["fr", "eu"]),
    parties: texts("parties"),
    figures: map("figures"),
    readings: texts("readings"),
    order: texts("order"),
  };
}
