import type { Json } from "#kernel/engine/item.ts";
import { HOUR, type Instant, MINUTE } from "#kernel/time/instant.ts";
import { between, chanceOf } from "./chance.ts";
import type { Happening, Life } from "./happening.ts";
import type { Stage } from "./stage.ts";
import { administrator, customer, desk, mailbox } from "./voices.ts";

export const SUPPORT_ADDRESS = "support@quai-logiciel.example";

export type Severity = "critical" | "urgent" | "important" | "minor";

export interface Incident {
  id: string;
  received: Instant;
  severity: Severity;
  /** Hours from its receipt; what is absent has not been done. */
  acknowledged?: number;
  representative?: number;
  diagnosed?: number;
  corrected?: number;
}

/** An incident as the mailbox took it, and what the desk did about it. */
export function incident({ id, received, severity, ...done }: Incident): Life {
  const after = (hours: number) => received + Math.round((hours * HOUR) / MINUTE) * MINUTE;
  const step = (hours: number | undefined, kind: string, fields?: Record<string, Json>): Happening[] =>
    hours === undefined ? [] : [desk(after(hours), kind, id, fields)];
  return [
    mailbox(received, "incident.received", id, { severity, address: SUPPORT_ADDRESS }),
    ...step(done.acknowledged, "incident.acknowledged"),
    ...step(done.representative, "incident.representative-named"),
    ...step(done.diagnosed, "incident.diagnosed", { "in-form": "e-mail" }),
    ...step(done.corrected, "incident.corrected"),
  ];
}

/** Within which hours each is acknowledged and diagnosed, at the earliest and at the latest, when all goes well. */
const usual: Readonly<Record<Severity, { acknowledged: [number, number]; diagnosed: [number, number]; corrected: [number, number] }>> = {
  critical: { acknowledged: [0, 2], diagnosed: [2, 4], corrected: [5, 30] },
  urgent: { acknowledged: [1, 4], diagnosed: [6, 20], corrected: [24, 70] },
  important: { acknowledged: [1, 8], diagnosed: [10, 40], corrected: [50, 170] },
  minor: { acknowledged: [2, 18], diagnosed: [20, 140], corrected: [150, 600] },
};

/** An incident that the desk handled as promised. */
export function handled(seed: string, id: string, received: Instant, severity: Severity): Life {
  const chance = chanceOf(seed, id);
  const within = ([low, high]: readonly [number, number]) => low + (high - low) * chance() + 0.1;
  const { acknowledged, diagnosed, corrected } = usual[severity];
  return incident({
    id,
    received,
    severity,
    acknowledged: within(acknowledged),
    ...(severity === "urgent" && { representative: within([4.2, 5.8]) }),
    diagnosed: within(diagnosed),
    corrected: within(corrected),
  });
}

/** So many incidents between two months, at any hour, most of them small. Numbered from `first`. */
export function handledIncidents(stage: Stage, seed: string, many: number, months: readonly [number, number], first: number): Life {
  const chance = chanceOf(seed, "incidents");
  const [from, until] = [stage.month(months[0]), stage.month(months[1])];
  const received = Array.from({ length: many }, () => stage.at(between(chance, from, until), "07:00") + between(chance, 0, 900) * MINUTE);
  return received
    .toSorted((a, b) => a - b)
    .flatMap((at, n) => handled(seed, `I-${first + n}`, at, severities[between(chance, 0, severities.length - 1)]!));
}

const severities: readonly Severity[] = ["minor", "minor", "minor", "important", "important", "urgent"];

/** The desk waits for the customer: its clocks stand still meanwhile. */
export function waitedFor(id: string, asked: Instant, given: Instant | undefined): Life {
  return [desk(asked, "information.requested", id), ...(given === undefined ? [] : [customer(given, "information.given", id)])];
}

/** It came from outside, and advice was given. */
export function outsideControl(id: string, found: Instant, cause: string, advised: Instant): Life {
  return [desk(found, "incident.outside-control", id, { cause }), desk(advised, "incident.advice-given", id)];
}

/** The customer asks for deleted files of the service back. */
export function restored(id: string, asked: Instant, done: Instant | undefined): Life {
  return [
    administrator(asked, "restore.requested", id, { cause: "accidental deletion" }),
    ...(done === undefined ? [] : [desk(done, "restore.done", id)]),
  ];
}
