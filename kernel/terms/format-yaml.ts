import { isMap, isPair, isScalar, isSeq, parseDocument, stringify, visit, YAMLMap, YAMLSeq, type Document } from "yaml";
import { isRecord, readYaml } from "./source.ts";

/**
 * YAML with its top keys in the given order (unknown ones after them, as written) and comments kept with what they stand above.
 * A map or list written on one line stays so while it fits. Text that would come to mean something else is returned as it was.
 */
export function formatYaml(text: string, order: readonly string[], columns: number): string {
  const document = parseDocument(text, { schema: "failsafe" });
  if (document.errors.length > 0) return text;
  sortKeys(document, order);
  visit(document, {
    Scalar: (_, scalar) => void (scalar.spaceBefore = false),
    Collection(_, collection, path) {
      collection.spaceBefore = false;
      if (collection.flow && !fits(collection, path, columns)) collection.flow = false;
      layOut(collection, columns);
    },
  });
  const formatted = document.toString({ lineWidth: columns }).trimEnd();
  return same(readYaml(text).value, readYaml(formatted).value) ? formatted : text;
}

function sortKeys(document: Document.Parsed, order: readonly string[]): void {
  const { contents } = document;
  if (!isMap(contents) || hasAlias(document)) return;
  const rank = (key: unknown) => {
    const at = isScalar(key) ? order.indexOf(String(key.value)) : -1;
    return at < 0 ? order.length : at;
  };
  contents.items.sort((a, b) => rank(a.key) - rank(b.key));
}

/** An alias must stay below its anchor. */
function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, { Alias: () => void (found = true) });
  return found;
}

/** Whether a map or list takes one line, with what stands before it. */
function fits(collection: YAMLMap | YAMLSeq, path: readonly unknown[], columns: number): boolean {
  const line = stringify(collection, { lineWidth: 0 }).trimEnd();
  const depth = path.filter((node) => isMap(node) || isSeq(node)).length;
  const parent = path.at(-1);
  const key = isPair(parent) && isScalar(parent.key) ? stringify(parent.key.value).trimEnd().length + 2 : 0;
  return !line.includes("\n") && Math.max(0, depth - 1) * 2 + key + line.length <= columns;
}

/** Two things the library does otherwise: `{ a: b }` but `[a, b]`; and a nested map's indent counts when long text is folded. */
function layOut(collection: YAMLMap | YAMLSeq, columns: number): void {
  const list = isSeq(collection);
  const own = list ? YAMLSeq.prototype : YAMLMap.prototype;
  collection.toString = (context, ...rest) => {
    if (!context) return own.toString.call(collection);
    const lineWidth = list ? columns : columns - context.indent.length;
    return own.toString.call(
      collection,
      { ...context, flowCollectionPadding: list ? "" : " ", options: { ...context.options, lineWidth } },
      ...rest,
    );
  };
}

/** The same value, whatever the order of a map's keys. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}
