import { parseAst } from "rolldown/parseAst";

/** One small wrong change to a source file. */
export interface Mutant {
  id: number;
  file: string;
  line: number;
  /** What stands there, and what would. */
  from: string;
  to: string;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "+=": ["-="],
  "-=": ["+="],
};

/** Keys that hold no code that runs, or names that are no expressions. */
const skipped = new Set([
  "typeAnnotation",
  "returnType",
  "typeParameters",
  "typeArguments",
  "superTypeArguments",
  "decorators",
  "id",
  "label",
  "params",
]);

/**
 * Writes all mutants of a file into it at once, each behind a switch: `__m(id)` is true for the one that is to act. What runs
 * when the module loads is left as it is: it runs once, before any switch is thrown.
 */
export function instrument(file: string, text: string, first: number): { code: string; mutants: Mutant[] } {
  const mutants: Mutant[] = [];
  const program = parseAst(text, { lang: "ts" }) as unknown as Node;
  const raw = ({ start, end }: Node) => text.slice(start, end);

  function mutant(node: Node, to: string): string {
    const id = first + mutants.length;
    mutants.push({ id, file, line: text.slice(0, node.start).split("\n").length, from: brief(raw(node)), to: brief(to) });
    return `__m(${id})`;
  }

  function render(node: Node, inside: boolean): string {
    const within = inside || isFunction(node);
    let code = "";
    let at = node.start;
    for (const child of childrenOf(node)) {
      code += text.slice(at, child.start) + render(child, within);
      at = child.end;
    }
    code += text.slice(at, node.end);
    return inside ? switched(node, code) : code;
  }

  function switched(node: Node, code: string): string {
    if (removable(node)) return `{ if (!${mutant(node, "nothing")}) { ${code} } }`;
    const others = alternatives(node, raw);
    return others.length === 0 ? code : `(${others.map((other) => `${mutant(node, other)} ? (${other}) : `).join("")}(${code}))`;
  }

  const code = render(program, false);
  return { code: `const __m = globalThis.__m;\n${code}`, mutants };
}

function alternatives(node: Node, raw: (node: Node) => string): string[] {
  const { operator } = node as unknown as { operator?: string };
  const [left, right, argument, test] = [node["left"], node["right"], node["argument"], node["test"]] as (Node | undefined)[];
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
      if (operator === "+" && [left!, right!].some(isText)) return [];
      return (swaps[operator ?? ""] ?? []).map((other) => `(${raw(left!)}) ${other} (${raw(right!)})`);
    case "AssignmentExpression":
      return operator === "+=" && isText(right!)
        ? []
        : (swaps[operator ?? ""] ?? []).map((other) => `${raw(left!)} ${other} ${raw(right!)}`);
    case "UnaryExpression":
      return operator === "!" ? [raw(argument!)] : operator === "-" ? [`+(${raw(argument!)})`] : [];
    case "ConditionalExpression":
      return plain(test!) ? [`!(${raw(test!)}) ? (${raw(node["consequent"] as Node)}) : (${raw(node["alternate"] as Node)})`] : [];
    case "Literal":
      return typeof node["value"] === "number" ? [`${raw(node)} + 1`] : typeof node["value"] === "boolean" ? [String(!node["value"])] : [];
    default:
      return [];
  }
}

/** A statement that can be left out without a name going missing. */
function removable(node: Node): boolean {
  return (
    (node.type === "ExpressionStatement" && node["directive"] === undefined) ||
    node.type === "ContinueStatement" ||
    (node.type === "ReturnStatement" && !node["argument"])
  );
}

/** A condition that no other mutation turns round. */
function plain({ type }: Node): boolean {
  return type === "Identifier" || type === "MemberExpression" || type === "CallExpression" || type === "ChainExpression";
}

function isText({ type, value }: Node): boolean {
  return type === "TemplateLiteral" || (type === "Literal" && typeof value === "string");
}

function isFunction({ type }: Node): boolean {
  return type === "FunctionDeclaration" || type === "FunctionExpression" || type === "ArrowFunctionExpression";
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (skipped.has(key) || (key === "key" && node["computed"] !== true) || (key === "property" && node["computed"] !== true)) continue;
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one) && runs(one)) children.push(one);
  }
  return children.toSorted((a, b) => a.start - b.start);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as Node).type === "string" && typeof (value as Node).start === "number"
  );
}

/** Types, patterns and imports do not run. */
function runs({ type }: Node): boolean {
  if (type === "ImportDeclaration" || type === "ObjectPattern" || type === "ArrayPattern") return false;
  return !type.startsWith("TS") || type === "TSAsExpression" || type === "TSNonNullExpression" || type === "TSSatisfiesExpression";
}

function brief(code: string): string {
  const line = code.replaceAll(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 87)}…` : line;
}
