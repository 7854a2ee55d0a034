import type { Kind } from "../kinds/kind.ts";
import type { Agreement } from "../kinds/agreement.ts";
import { type Clause, camel, kebab } from "./clause.ts";
import type { Change, Contract, Decision, Library, Listener, Particulars } from "./contract.ts";
import { condition, fits } from "./grammar.ts";
import { type Problem, nearest, problem } from "./problem.ts";
import type { Document, WrittenClause } from "./read.ts";
import { isRecord } from "./source.ts";

/** A contract on one page: exact documents of the library, highest rank first, under its particulars. */
export function compose(library: Library, particulars: Particulars): Contract {
  const problems: Problem[] = [];
  const decisions: Decision[] = [];
  const documents = particulars.documents.flatMap((id) => {
    const document = library.documents.get(id);
    if (document) return [document];
    const near = nearest(id, library.documents.keys());
    problems.push(problem("document-unknown", { file: particulars.contract, line: 1, column: 1 }, { document: id, ...(near !== undefined && { near }) }));
    return [];
  });
  for (const document of documents) problems.push(...document.problems);
  const ranked = byRank(documents, rankOrder(documents, particulars));
  const kept = supplied(concerned(setAside(ranked, decisions), particulars), library.kinds, decisions);
  const overridden = overrideAll(kept, ranked, particulars, library.kinds, decisions, problems);
  const clauses = overridden.flatMap((written) => typed(written, particulars, library.kinds, problems));
  return index({ library, particulars, documents: ranked, clauses, decisions, problems });
}

/** The contract after an amendment: same library, changed particulars, documents attached or detached. */
export function amend(contract: Contract, change: Change): Contract {
  const { particulars } = contract;
  const gone = new Set(change.detaches ?? []);
  return compose(contract.library, {
    ...particulars,
    documents: [...particulars.documents.filter((id) => !gone.has(id)), ...(change.attaches ?? []).filter((id) => !particulars.documents.includes(id))],
    figures: { ...particulars.figures, ...Object.fromEntries(Object.entries(change.figures ?? {}).map(([key, value]) => [key, { amended: value }])) },
    readings: { ...particulars.readings, ...change.readings },
  });
}

type Rank = "law" | "terms" | "annexes" | "particulars";

const usualOrder: Rank[] = ["particulars", "terms", "annexes"];

/** Highest first; the law stands above whatever the parties wrote. */
function rankOrder(documents: readonly Document[], particulars: Particulars): Rank[] {
  for (const document of documents) {
    for (const { kind, id, raw } of document.clauses) {
      const told = particulars.figures[`${id}.order`] ?? raw["order"];
      if (kind !== "agreement" || told === undefined) continue;
      const value = isRecord(told) ? told["amended"] : told;
      const order = (Array.isArray(value) ? value.map(String) : String(value).split(",")).map((rank) => rank.trim() as Rank);
      return ["law", ...order, ...usualOrder.filter((rank) => !order.includes(rank))];
    }
  }
  return ["law", ...usualOrder];
}

function rankOf(document: Document): Rank {
  return document.rank === "annex" ? "annexes" : document.rank;
}

interface Ranked {
  order: readonly Rank[];
  documents: readonly Document[];
}

function byRank(documents: readonly Document[], order: readonly Rank[]): Ranked {
  return { order, documents: documents.toSorted((a, b) => order.indexOf(rankOf(a)) - order.indexOf(rankOf(b))) };
}

/** Drops what a higher document sets aside in lower ones: how general terms that prevail empty an annex. */
function setAside({ documents }: Ranked, decisions: Decision[]): WrittenClause[] {
  const dropped: { by: string; what: string; below: number }[] = [];
  const kept: WrittenClause[] = [];
  for (const [rank, document] of documents.entries()) {
    for (const written of document.clauses) {
      const rule = dropped.find(({ what, below }) => rank > below && (written.kind === what || written.raw["topic"] === what));
      if (rule) decisions.push({ code: "set-aside", clause: written.id, args: { by: rule.by, what: rule.what, document: document.id } });
      else kept.push(written);
    }
    for (const { id, raw } of document.clauses) {
      if (raw["sets-aside"] === undefined) continue;
      const what = Array.isArray(raw["sets-aside"]) ? raw["sets-aside"].map(String) : String(raw["sets-aside"]).split(",");
      for (const one of what) dropped.push({ by: id, what: one.trim(), below: rank });
    }
  }
  return kept;
}

/** Law whose conditions on the order do not hold is not this contract's law: a consumer's rules leave a professional alone. */
function concerned(clauses: readonly WrittenClause[], { order }: Particulars): WrittenClause[] {
  return clauses.filter(({ home, raw }) => {
    if (home.rank !== "law" || !isRecord(raw["where"])) return true;
    return Object.entries(raw["where"]).every(([field, told]) => !field.startsWith("order.") || fits(condition({ [field]: told })[field]!, order[field.slice(6)]));
  });
}

/** Suppletive law steps back where the contract speaks, and fills the figures that it leaves out. */
function supplied(clauses: readonly WrittenClause[], kinds: ReadonlyMap<string, Kind>, decisions: Decision[]): WrittenClause[] {
  const suppletive = clauses.filter(({ raw }) => raw["suppletive"] === "yes");
  const own = clauses.filter(({ raw }) => raw["suppletive"] !== "yes");
  const like = (a: WrittenClause, b: WrittenClause) => a.kind === b.kind && (a.raw["topic"] === undefined || a.raw["topic"] === b.raw["topic"]);
  const filled = own.map((written) => {
    const law = suppletive.find((one) => like(one, written));
    if (!law || written.home.rank === "law") return written;
    const missing = Object.entries(law.raw).filter(([key]) => (kinds.get(law.kind)?.figures.includes(camel(key)) ?? false) && written.raw[key] === undefined);
    if (missing.length === 0) return written;
    for (const [figure] of missing) decisions.push({ code: "supplied-by-law", clause: written.id, args: { figure, law: law.id } });
    return { ...written, raw: { ...written.raw, ...Object.fromEntries(missing) } };
  });
  const silent = suppletive.filter((law) => {
    const spoken = own.find((written) => written.home.rank !== "law" && like(law, written));
    if (spoken) decisions.push({ code: "suppletive-dropped", clause: law.id, args: { by: spoken.id } });
    return !spoken;
  });
  return [...filled, ...silent];
}

function overrideAll(clauses: readonly WrittenClause[], { order, documents }: Ranked, particulars: Particulars, kinds: ReadonlyMap<string, Kind>, decisions: Decision[], problems: Problem[]): WrittenClause[] {
  const byId = new Map(clauses.map((written) => [written.id, written]));
  const rank = new Map(documents.map((document) => [document.id, order.indexOf(rankOf(document))]));
  const mine = order.indexOf("particulars");
  const place = { file: particulars.contract, line: 1, column: 1 };
  for (const [address, told] of Object.entries(particulars.figures)) {
    const [id = "", figure = "", ...rest] = address.split(".");
    const written = byId.get(id);
    if (!written) {
      const near = nearest(id, byId.keys());
      const dropped = decisions.some((decision) => decision.clause === id);
      if (!dropped) problems.push(problem("address-unknown", place, { address, ...(near !== undefined && { near }) }));
      continue;
    }
    if (!(kinds.get(written.kind)?.figures.includes(camel(figure)) ?? true)) {
      const known = (kinds.get(written.kind)?.figures ?? []).map(kebab);
      const near = nearest(figure, known);
      problems.push(problem("address-unknown", place, { address, known: known.join(", "), ...(near !== undefined && { near: `${id}.${near}` }) }));
      continue;
    }
    const amended = isRecord(told) && "amended" in told;
    const before = written.raw[figure];
    const settled = before !== undefined && !JSON.stringify(before).match(/as ordered|left blank/);
    if (!amended && settled && (rank.get(written.home.document) ?? 0) < mine) {
      decisions.push({ code: "override-refused", clause: id, args: { figure, document: written.home.document } });
      continue;
    }
    if (settled) decisions.push({ code: "override-applied", clause: id, args: { figure } });
    const value = amended ? told["amended"] : told;
    byId.set(id, { ...written, raw: { ...written.raw, [figure]: replaced(before, rest.join("."), value), ...inAlternatives(written, figure, rest.join("."), value) } });
  }
  return clauses.map((written) => byId.get(written.id) ?? written);
}

/** An alternative that leaves a figure to the order gets it from the order too. */
function inAlternatives({ raw }: WrittenClause, figure: string, path: string, value: unknown): Record<string, unknown> {
  if (!isRecord(raw["alternatives"])) return {};
  const alternatives = Object.entries(raw["alternatives"]).map(([name, keys]) => {
    const open = isRecord(keys) && /as ordered|left blank/.test(JSON.stringify(keys[figure] ?? ""));
    return [name, open ? { ...keys, [figure]: replaced(keys[figure], path, value) } : keys] as const;
  });
  return { alternatives: Object.fromEntries(alternatives) };
}

function replaced(before: unknown, path: string, value: unknown): unknown {
  if (path === "") return value;
  const map = isRecord(before) ? before : { by: "order.case" };
  const key = Object.keys(map).find((known) => path === known || path.startsWith(`${known}.`)) ?? path;
  return { ...map, [key]: replaced(map[key], path.slice(key.length + 1), value) };
}

/** Reads one clause by its kind's shape, with the alternative that applies laid over it. */
function typed(written: WrittenClause, particulars: Particulars, kinds: ReadonlyMap<string, Kind>, problems: Problem[]): Clause[] {
  const { home, raw } = written;
  const kind = kinds.get(written.kind);
  if (!kind) {
    const near = nearest(written.kind, kinds.keys());
    problems.push(problem("kind-unknown", home.place, { kind: written.kind, ...(near !== undefined && { near }) }));
    return [];
  }
  const alternatives = isRecord(raw["alternatives"]) ? raw["alternatives"] : {};
  const reading = particulars.readings[written.id] ?? (raw["reading"] as string | undefined);
  const chosen = reading === undefined || reading === "fr" || reading === "en" ? undefined : alternatives[reading];
  if (reading !== undefined && chosen === undefined && reading !== "fr" && reading !== "en" && Object.keys(alternatives).length > 0) {
    const near = nearest(reading, Object.keys(alternatives));
    problems.push(problem("reading-unknown", home.place, { clause: written.id, reading, known: Object.keys(alternatives).join(", "), ...(near !== undefined && { near }) }));
  }
  const base = shaped(written, kind, { ...raw, ...(reading !== undefined && { reading }), ...(isRecord(chosen) && chosen) }, problems);
  if (!base) return [];
  const others = Object.entries(alternatives).filter(([name]) => name !== reading);
  const variants = Object.fromEntries(
    others.flatMap(([name, keys]) => {
      const variant = isRecord(keys) ? shaped(written, kind, { ...raw, ...keys }, problems) : undefined;
      return variant ? [[name, variant] as const] : [];
    }),
  );
  return [{ ...base, variants }];
}

function shaped(written: WrittenClause, kind: Kind, raw: Record<string, unknown>, problems: Problem[]): Clause | undefined {
  const result = kind.shape.safeParse(Object.fromEntries(Object.entries(raw).map(([key, value]) => [camel(key), value])));
  if (result.success) {
    return { ...written.home, ...result.data, raw, kind: kind.name, variants: {} } as unknown as Clause;
  }
  for (const issue of result.error.issues) {
    const path = issue.code === "unrecognized_keys" ? [kebab(issue.keys[0] ?? "")] : issue.path.map((step) => kebab(String(step)));
    const spot = written.yaml.placeOf(path);
    const place = { ...written.home.place, line: written.line + spot.line, column: spot.column };
    const known = Object.keys(kind.shape.shape).map(kebab);
    if (issue.code === "unrecognized_keys") {
      const near = nearest(path[0]!, known);
      problems.push(problem("key-unknown", place, { clause: written.id, kind: kind.name, key: path[0]!, ...(near !== undefined && { near }) }));
    } else if (issue.code === "custom") {
      problems.push(problem(issue.message, place, { clause: written.id, key: path.join("."), ...((issue.params ?? {}) as Record<string, string>) }));
    } else problems.push(problem("key-missing", place, { clause: written.id, kind: kind.name, key: path.join(".") }));
  }
  return undefined;
}

interface Parts {
  library: Library;
  particulars: Particulars;
  documents: Ranked;
  clauses: readonly Clause[];
  decisions: Decision[];
  problems: Problem[];
}

function index({ library, particulars, documents: { documents }, clauses, decisions, problems }: Parts): Contract {
  const { kinds } = library;
  const byId = new Map<string, Clause>();
  const listeners = new Map<string, Listener[]>();
  const limits = new Map<string, Clause[]>();
  const rights = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const twin = byId.get(clause.id);
    if (twin) problems.push(problem("id-twice", clause.place, { clause: clause.id, document: twin.document }));
    byId.set(clause.id, clause);
    const kind = kinds.get(clause.kind)!;
    for (const { event, role } of kind.hears(clause)) push(listeners, event, { clause, kind, role });
  }
  // The contract's own clauses answer an act before the law's: a refusal names what the parties wrote where both refuse.
  for (const clause of [...clauses.filter(({ rank }) => rank !== "law"), ...clauses.filter(({ rank }) => rank === "law")]) {
    for (const act of kinds.get(clause.kind)!.governs?.(clause) ?? []) push(clause.kind === "right" ? rights : limits, act, clause);
  }
  const agreement = clauses.find((clause): clause is Clause<Agreement> => clause.kind === "agreement" && (clause as Clause<Agreement>).annexes !== undefined);
  for (const annex of agreement?.annexes ?? []) {
    if (!particulars.documents.includes(annex) && particulars.order[annex] === undefined) decisions.push({ code: "annex-missing", clause: agreement!.id, args: { annex } });
  }
  const first = documents.find(({ rank }) => rank !== "law");
  const factKinds = new Map(library.factKinds);
  for (const document of documents) for (const kind of document.factKinds) factKinds.set(kind.kind, kind);
  const holidays = first?.source.front.holidays;
  return {
    name: particulars.contract,
    documents,
    clauses,
    byId,
    kinds,
    factKinds,
    particulars,
    zone: first?.source.front.zone ?? "Europe/Paris",
    ...(holidays !== undefined && { holidays }),
    listeners,
    limits,
    rights,
    afterEnd: reachableFromEnd(clauses, kinds),
    decisions,
    problems,
    library,
  };
}

/** Clauses that survive, and those that the contract's end leads to, step by step. */
function reachableFromEnd(clauses: readonly Clause[], kinds: ReadonlyMap<string, Kind>): Set<string> {
  const reached = new Set(clauses.filter(({ survives }) => survives).map(({ id }) => id));
  const events = new Set(["contract.ends", "contract.ended"]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const clause of clauses) {
      const kind = kinds.get(clause.kind)!;
      if (!reached.has(clause.id)) {
        if (!kind.hears(clause).some(({ event, opens }) => (opens ?? false) && events.has(event))) continue;
        reached.add(clause.id);
      }
      for (const told of kind.tells(clause)) {
        if (events.has(told)) continue;
        events.add(told);
        grew = true;
      }
    }
  }
  return reached;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
