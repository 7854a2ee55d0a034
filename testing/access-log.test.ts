import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { createLogReader } from "#commitments/availability/rules/access-log.ts";
import { minuteFacts } from "#commitments/availability/rules/minutes-counted.ts";
import { admit } from "#kernel/engine/admit.ts";
import { localInstant } from "#kernel/engine/example.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import { formatFraction, fraction } from "#kernel/money/fraction.ts";
import { compose } from "#kernel/terms/compose.ts";
import { loadReferences } from "#references/load.ts";
import { library } from "./library.ts";

// Input that nobody here wrote: 10,000 requests to one web site, 17 to 20 May 2015 (elastic/examples, Apache-2.0). The log is not
// part of this repository; with a copy at ../shared/data/apache_access.log this test runs, without it it says that it does not.

const log = join(import.meta.dirname, "../../shared/data/apache_access.log");
const there = existsSync(log);
if (!there) console.warn("Skipped: the test on a real access log, since ../shared/data/apache_access.log is not there.");

describe.skipIf(!there)("a real access log under the service levels", () => {
  test("84 minutes known, none interrupted: May 2015 could be perfect or nearly all bad, so it is unknown", () => {
    const reader = createLogReader();
    reader.push(readFileSync(log));
    const summary = reader.end();
    expect([summary.lines, summary.bad, summary.minutes.size]).toEqual([10_000, 0, 84]);

    const references = loadReferences();
    const contract = compose(library, {
      contract: "real log",
      documents: ["service-levels"],
      parties: {},
      figures: {},
      readings: {},
      order: {},
    });
    const statements = [
      { id: "1", source: "desk", kind: "contract.accepted", occurred: "2015-05-01T00:00+02:00", by: "customer" },
      { id: "2", source: "desk", kind: "service.activated", occurred: "2015-05-01T00:00+02:00", by: "provider" },
      ...minuteFacts(summary, { source: "apache", recorded: "2015-05-21T00:10:00.000Z" }),
    ];
    const facts = statements.map((each, at): Fact => {
      const admitted = admit(each, factCatalogue, { file: "real log", line: at + 1, column: 1 });
      if ("fact" in admitted) return admitted.fact;
      throw new Error(JSON.stringify(admitted.problems));
    });
    const at = localInstant(references.zones["Europe/Paris"]!, "2015-06-01")!;
    const may = run(contract, facts, references, { at }).items.find(({ clause }) => clause === "availability-rate")!;
    const whole = 31 * 1440;

    expect([may.subject, may.state]).toEqual(["2015-05", "unknown"]);
    expect(may.fields).toMatchObject({ down: 0, unknown: whole - 84, minutes: whole });
    expect(may.figure?.value).toBe("100");
    expect(may.otherwise!["worst"]!.figure!.value).toBe(formatFraction(fraction(100 * 84, whole))); // 0.19 %
  });
});
