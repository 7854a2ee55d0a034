import { formatFraction, parseFraction } from "../money/fraction.ts";
import type { References } from "../references.ts";
import { compose } from "../terms/compose.ts";
import type { Contract, Library } from "../terms/contract.ts";
import { type Expected, readTimeline, type Stated, type Timeline } from "../terms/example.ts";
import type { FactKind } from "../terms/fact-kind.ts";
import type { Document, Example } from "../terms/read.ts";
import { nearest, type Problem, problem, Unusable } from "../terms/problem.ts";
import { parseDay } from "../time/day.ts";
import { formatInstant, type Instant, MINUTE, parseInstant } from "../time/instant.ts";
import { instantOf, type Zone } from "../time/zone.ts";
import { admit } from "./admit.ts";
import { type Shown, shownContract, shownItem, shownLine } from "./example-shown.ts";
import type { Fact } from "./fact.ts";
import { run } from "./run.ts";
import type { NumberedItem } from "./register.ts";
import type { Standing } from "./standing.ts";
import { openWorld } from "./world.ts";

/** Plays a worked example against the terms it stands in. An empty list: everything stood as the example says. */
export function playExample(
  library: Library,
  document: Document,
  example: Example,
  references: References,
  law: readonly string[],
): Problem[] {
  const { file } = document.source;
  const { timeline, problems } = readTimeline(file, example);
  if (problems.length > 0) return problems;
  const documents = timeline.documents ?? [document.id];
  const contract = compose(library, {
    contract: `${document.id}: ${example.name}`,
    documents: [...law.filter((id) => !documents.includes(id)), ...documents],
    parties: {},
    figures: timeline.figures,
    readings: timeline.readings,
    order: timeline.order,
  });
  if (contract.problems.length > 0) return contract.problems.map((one) => placed(one, contract, file, example));
  try {
    return play(contract, timeline, references, file, example);
  } catch (error) {
    if (error instanceof Unusable) return [...error.problems];
    return [
      problem(
        "example-threw",
        { file, line: example.line, column: 1 },
        { example: example.name, message: error instanceof Error ? error.message : String(error) },
      ),
    ];
  }
}

function play(contract: Contract, timeline: Timeline, references: References, file: string, example: Example): Problem[] {
  const { zone } = openWorld(contract, references);
  const failures: Problem[] = [];
  const facts: Fact[] = [];
  const lineOf = new Map<Fact, number>();
  const first = timeline.lines[0]?.when.slice(0, 10) ?? "2025-01-01";
  if (!timeline.lines.some((line) => line.is === "fact" && line.event === "contract.accepted")) {
    facts.push(accept(localInstant(zone, timeline.accepted ?? first)!));
  }
  for (const line of timeline.lines) {
    if (line.is !== "fact") continue;
    const admitted = admit(statement(line, zone, contract.factKinds, facts.length), contract.factKinds, {
      file,
      line: line.line,
      column: 1,
    });
    if ("fact" in admitted) {
      facts.push(admitted.fact);
      lineOf.set(admitted.fact, line.line);
    } else failures.push(...admitted.problems);
  }
  if (failures.length > 0) return failures;
  for (const line of timeline.lines) {
    if (line.is !== "expectation") continue;
    const at = localInstant(zone, line.when)!;
    // Read from top to bottom: of the facts at this very instant, only those told above it have happened.
    const told = facts.filter((fact) => fact.occurred !== at || (lineOf.get(fact) ?? 0) < line.line);
    const standing = run(contract, told, references, { at });
    const place = { file, line: line.line, column: 1 };
    if (line.clause !== "contract" && !isClause(contract, line.clause)) {
      const near = nearest(line.clause, contract.byId.keys());
      failures.push(problem("example-clause", place, { example: example.name, clause: line.clause, ...(near !== undefined && { near }) }));
      continue;
    }
    const found = line.clause === "contract" ? contractFault(standing, line, zone) : itemFault(standing, line, zone);
    if (found)
      failures.push(
        problem("example-differs", place, {
          example: example.name,
          expected: JSON.stringify([shownLine(line, contract)]),
          found: JSON.stringify(found),
        }),
      );
  }
  return failures;
}

/** What the example itself chose for its composition is mended in the example. */
function placed(one: Problem, { name }: Contract, file: string, { body, line }: Example): Problem {
  const { address, clause, reading } = one.args;
  if (one.place.file !== name) return one;
  const key = address ?? (reading === undefined ? "contract" : `reading.${clause}`);
  const at = body.split("\n").findIndex((text) => text.trimStart().startsWith(`${key}:`));
  return { ...one, place: { file, line: line + Math.max(at, 0), column: 1 } };
}

function accept(at: Instant): Fact {
  return {
    id: "accepted",
    source: "example",
    kind: "contract.accepted",
    subject: "contract",
    occurred: at,
    recorded: at,
    by: "customer",
    fields: { "in-form": "writing" },
  };
}

function statement(line: Stated, zone: Zone, kinds: ReadonlyMap<string, FactKind>, index: number): Record<string, unknown> {
  const kind = kinds.get(line.event);
  const types = { ...kind?.fields, ...kind?.optional };
  const fields = Object.fromEntries(
    Object.entries(line.fields).map(([field, value]) => {
      const type = types[field] ?? "text";
      if (type === "instant") {
        const at = parseInstant(value) ?? localInstant(zone, value);
        return [field, at === undefined ? value : formatInstant(at)];
      }
      if (type === "runs") return [field, parsed(value)];
      if (type === "figures") return [field, parsed(value) ?? { [value.split("=")[0]!.trim()]: value.split("=")[1]?.trim() ?? "" }];
      return [field, value];
    }),
  );
  return {
    id: `line-${index + 1}`,
    source: "example",
    kind: line.event,
    subject: line.subject,
    occurred: formatInstant(localInstant(zone, line.when)!),
    ...(line.recorded !== undefined && { recorded: formatInstant(localInstant(zone, line.recorded)!) }),
    by: line.by,
    fields,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `2025-03-29`, `2025-03-29 10:00`, `2025-03-29 24:00` in the contract's zone. */
export function localInstant(zone: Zone, text: string): Instant | undefined {
  const read = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text.trim());
  const day = read ? parseDay(read[1]!) : undefined;
  if (!read || day === undefined) return undefined;
  const minutes = Number(read[2] ?? 0) * 60 + Number(read[3] ?? 0);
  const ms = minutes * MINUTE + Number(read[4] ?? 0) * 1000;
  return minutes === 1440 ? instantOf(zone, day + 1, 0) : instantOf(zone, day, ms);
}

function contractFault(standing: Standing, line: Expected, zone: Zone): Shown[] | undefined {
  const fits = line.state === "ends" ? standing.ends === localInstant(zone, line.also["ends"]!) : standing.phase === line.state;
  return fits ? undefined : [shownContract(standing, zone)];
}

/** What stands in place of what is expected; an empty list for nothing. */
function itemFault({ items }: Standing, line: Expected, zone: Zone): Shown[] | undefined {
  const about = items.filter(({ clause, subject }) => clause === line.clause && (line.subject === undefined || subject === line.subject));
  const holds = line.state === undefined ? about.length === 0 : about.some((item) => fits(item, line, zone));
  return holds ? undefined : about.map((item) => shownItem(item, zone));
}

/** A clause of the composition, or one that the composition left out. */
function isClause({ byId, library }: Contract, id: string): boolean {
  return (
    id === "engine" || byId.has(id) || [...library.documents.values()].some(({ clauses }) => clauses.some((clause) => clause.id === id))
  );
}

function fits(item: NumberedItem, { state, also }: Expected, zone: Zone): boolean {
  if (item.state !== state) return false;
  return Object.entries(also).every(([key, value]) =>
    key === "amount" ? sameAmount(item, value) : item[key as "due"] === localInstant(zone, value),
  );
}

function sameAmount({ figure }: NumberedItem, told: string): boolean {
  const [number = "", unit = ""] = told.split(" ");
  const value = parseFraction(number);
  return figure !== undefined && value !== undefined && figure.unit === unit && figure.value === formatFraction(value);
}
