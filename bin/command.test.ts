import { afterAll, describe, expect, test } from "vitest";
import { commands } from "./commands/list.ts";
import { openTrial } from "./trial.ts";
import { ofTrial, trialFacts, trialFiles, trialParticulars, trialTerms } from "./trial-contract.ts";

const trial = openTrial(trialFiles);
const { tenu, write } = trial;
afterAll(trial.remove);

describe("how the command is called", () => {
  test("help names every command, in both languages", async () => {
    const [en, fr] = await Promise.all([tenu(["--help"]), tenu(["--help", "--lang", "fr"])]);
    expect([en.exit, fr.exit]).toEqual([0, 0]);
    for (const name of Object.keys(commands)) expect([en.out, fr.out].every((out) => out.includes(name))).toBe(true);
    expect(fr.out).toContain("qui doit quoi à qui");
  });

  test("every command helps, and shows the options it takes", async () => {
    const answers = await Promise.all(Object.keys(commands).map((name) => tenu([name, "--help"])));
    for (const { exit, out } of answers) {
      expect(exit).toBe(0);
      expect(out).toContain("--json");
    }
  });

  test("slips are pointed at", async () => {
    const [command, option, value, twice] = await Promise.all([
      tenu(["rnu"]),
      tenu(["run", "trial.md", "--fact", "facts.ndjson"]),
      tenu(["run", "trial.md", "--lang", "de"]),
      tenu(["run", "trial.md", "--at", "now", "--at", "now"]),
    ]);
    expect([command, option, value, twice].map(({ exit }) => exit)).toEqual([2, 2, 2, 2]);
    expect(command.err).toContain('did you mean "tenu run"?');
    expect(option.err).toContain("did you mean --facts?");
    expect(value.err).toContain("choose fr, en");
    expect(twice.err).toContain("given twice");
  });

  test("the system's language is spoken; --lang comes first", async () => {
    const [system, told] = await Promise.all([
      tenu(["run", ...ofTrial], { lang: "fr_FR.UTF-8" }),
      tenu(["run", ...ofTrial, "--lang", "en"], { lang: "fr_FR.UTF-8" }),
    ]);
    expect(system.out).toContain("En retard");
    expect(told.out).toContain("Late");
  });

  test("colour comes only where it is wanted, and says nothing that words do not", async () => {
    const at = ["--at", "2025-03-03 15:12"];
    const [plain, coloured, refused] = await Promise.all([
      tenu(["run", ...ofTrial, ...at]),
      tenu(["run", ...ofTrial, ...at], { env: { FORCE_COLOR: "1" } }),
      tenu(["run", ...ofTrial, ...at, "--no-color"], { env: { FORCE_COLOR: "1" } }),
    ]);
    expect(plain.out).not.toContain("\u001B[");
    expect(coloured.out).toContain("\u001B[31m");
    // eslint-disable-next-line no-control-regex -- colours are control characters
    expect(coloured.out.replaceAll(/\u001B\[\d+m/g, "")).toBe(plain.out);
    expect(refused.out).toBe(plain.out);
  });
});

describe("tenu run", () => {
  test("says what is late and what was refused, and why", async () => {
    const { exit, out } = await tenu(["run", ...ofTrial, "--at", "2025-03-03 15:12"]);
    expect(exit).toBe(0);
    expect(out).toBe(`trial-1                                                                                      running
────────────────────────────────────────────────────────────────────────────────────────────────────
       at  Mon 3 Mar 2025, 15:12 (Europe/Paris)
documents  Trial 2025-01
 contract  accepted Sat 1 Mar 2025, 09:00

Late · 1
  ✗ answer                                                    Mon 3 Mar 2025, 14:00  1 h 12 min late
    answer/I-1 · provider → customer

Refused · 1
  ⊘ seat assigned                                                     Mon 3 Mar 2025, 11:30  refused
    seats/U-2/refused · customer
    the most allowed is 1, and this would be 2
`);
  });

  test.each([60, 100, 160])("no line is wider than %i columns", async (columns) => {
    for (const lang of ["fr", "en"]) {
      const { out } = await tenu(["run", ...ofTrial, "--at", "2025-03-03 15:12", "--all"], { columns, lang });
      expect(out.split("\n").filter((line) => line.length > columns)).toEqual([]);
    }
  });

  test("the same instant, told in three ways", async () => {
    const answers = await Promise.all(
      ["2025-03-03 12:00", "2025-03-03T12:00+01:00", "2025-03-03T11:00:00Z"].map((at) => tenu(["run", ...ofTrial, "--at", at, "--json"])),
    );
    expect(new Set(answers.map(({ out }) => out)).size).toBe(1);
  });

  test("facts may come through the standard input", async () => {
    const { exit, out } = await tenu(["run", "--particulars", "trial.yaml", "--facts", "-", "--at", "2025-03-03 15:12"], {
      input: trialFacts,
    });
    expect([exit, out.includes("1 h 12 min late")]).toEqual([0, true]);
  });

  test("JSON keeps its shape", async () => {
    const { exit, out } = await tenu(["run", ...ofTrial, "--at", "2025-03-03 12:00", "--json"]);
    expect(exit).toBe(0);
    const { edition, items, ...standing } = JSON.parse(out) as { edition: object; items: object[] };
    expect(Object.keys(edition)).toEqual(["engine", "references", "documents"]);
    expect(standing).toEqual({
      format: "tenu.standing@1",
      contract: "trial-1",
      zone: "Europe/Paris",
      at: "2025-03-03T11:00:00.000Z",
      knownAt: "2025-03-03T11:00:00.000Z",
      phase: "running",
      accepted: "2025-03-01T08:00:00.000Z",
      creditDays: 0,
      sums: [],
      facts: 4,
      problems: [],
    });
    expect(items).toEqual([
      {
        id: "seats/U-2/refused/1",
        type: "refusal",
        state: "refused",
        clause: "seats",
        subject: "U-2",
        document: "trial",
        article: "2",
        deed: { fr: "attribuer un accès", en: "assign a seat" },
        party: "customer",
        opened: "2025-03-03T10:30:00.000Z",
        closed: "2025-03-03T10:30:00.000Z",
        reason: {
          code: "above-most",
          args: { most: "1", would: "2" },
          words: { fr: "le plus permis est 1, et ce serait 2", en: "the most allowed is 1, and this would be 2" },
        },
        because: { facts: ["facts:4"], clauses: ["seats"] },
        fields: { act: "seat.assigned" },
        version: 0,
      },
      {
        id: "answer/I-1/1",
        type: "obligation",
        state: "open",
        clause: "answer",
        subject: "I-1",
        document: "trial",
        article: "1",
        deed: { fr: "répondre", en: "answer" },
        party: "provider",
        to: "customer",
        opened: "2025-03-03T09:00:00.000Z",
        due: "2025-03-03T13:00:00.000Z",
        because: { facts: ["facts:2"], clauses: ["answer"] },
        fields: {},
        version: 0,
      },
    ]);
  });
});

describe("tenu explain", () => {
  test("tells the text, the facts and the state", async () => {
    const { exit, out } = await tenu(["explain", ...ofTrial, "--at", "2025-03-03 15:12", "--what", "answer/I-1"]);
    expect(exit).toBe(0);
    for (const words of [
      "The provider must answer; time allowed: 4 hours.",
      "Mon 3 Mar 2025, 14:00 (1 h 12 min late)",
      "incident received I-1",
      "facts:2",
    ])
      expect(out).toContain(words);
  });

  test("a name with a slip is met with the nearest", async () => {
    const { exit, err } = await tenu(["explain", ...ofTrial, "--at", "2025-03-03 15:12", "--what", "answr/I-1"]);
    expect([exit, err.includes('did you mean "answer/I-1"?')]).toEqual([2, true]);
  });
});

describe("tenu compare and simulate", () => {
  test("two instants: what fell late in between", async () => {
    const { exit, out } = await tenu(["compare", ...ofTrial, "--at", "2025-03-03 12:00", "--then", "2025-03-03 15:00"]);
    expect(exit).toBe(0);
    expect(out).toContain("open → missed");
  });

  test("one instant as known at two times is a restatement", async () => {
    write(
      "late.ndjson",
      `${trialFacts}{"id":"5","kind":"incident.acknowledged","subject":"I-1","occurred":"2025-03-03T12:00:00+01:00","recorded":"2025-03-05T09:00:00+01:00","by":"provider"}\n`,
    );
    const { out } = await tenu([
      "compare",
      "--particulars",
      "trial.yaml",
      "--facts",
      "late.ndjson",
      "--at",
      "2025-03-04",
      "--then-known-at",
      "2025-03-06",
    ]);
    expect(out).toContain("missed → kept");
    expect(out).toContain("as known Tue 4 Mar 2025, 00:00 → as known Thu 6 Mar 2025, 00:00");
  });

  test("a scenario changes nothing but the answer", async () => {
    write(
      "scenario.ndjson",
      `{"id":"s","kind":"incident.acknowledged","subject":"I-1","occurred":"2025-03-03T13:30:00+01:00","by":"provider"}\n`,
    );
    const { exit, out } = await tenu([
      "simulate",
      ...ofTrial,
      "--at",
      "2025-03-03 12:00",
      "--scenario",
      "scenario.ndjson",
      "--until",
      "2025-03-04",
      "--json",
    ]);
    const { comparison } = JSON.parse(out) as {
      comparison: { changes: { id: string; sort: string; before: { state: string }; after: { state: string } }[] };
    };
    expect([exit, comparison.changes.map(({ id, before, after }) => [id, before.state, after.state])]).toEqual([
      0,
      [["answer/I-1/1", "missed", "kept"]],
    ]);
  });
});

describe("tenu lint and format", () => {
  const lawless = ["--particulars", "lawless.yaml"];
  write("lawless.yaml", trialParticulars);

  test("the exit code follows the level asked for", async () => {
    const [errors, notes, lawful] = await Promise.all([
      tenu(["lint", "trial.md", ...lawless]),
      tenu(["lint", "trial.md", ...lawless, "--level", "note"]),
      tenu(["lint", "trial.md"]),
    ]);
    expect([errors.exit, notes.exit, lawful.exit]).toEqual([0, 1, 1]);
    expect(lawful.out).toContain("law-requires");
    expect(errors.out).toContain("examples played: 1, failed: 0");
  });

  test("an example that comes out otherwise is an error", async () => {
    write("broken.md", trialTerms.replace("answer I-1 missed", "answer I-1 kept"));
    const { exit, out } = await tenu(["lint", "broken.md", ...lawless, "--json"]);
    const { files } = JSON.parse(out) as { files: { examples: { failed: { code: string; place: { line: number } }[] } }[] };
    expect([exit, files[0]!.examples.failed.map(({ code }) => code)]).toEqual([1, ["example-differs"]]);
  });

  test("a file that cannot be read is named with its line, column and mend", async () => {
    write("misread.md", trialTerms.replace("within: 4 hours", "within: 4 hurs"));
    const { exit, out } = await tenu(["lint", "misread.md"]);
    expect(exit).toBe(2);
    expect(out).toMatch(/misread\.md:22:\d+/);
    expect(out).toContain('→ Write "48 hours"');
  });

  test("format --check writes nothing; format writes the canonical form once", async () => {
    write("loose.md", trialTerms.replace("party: provider\nto: customer", "to: customer\nparty: provider"));
    const checked = await tenu(["format", "--check", "loose.md"]);
    const formatted = await tenu(["format", "loose.md"]);
    const again = await tenu(["format", "--check", "loose.md"]);
    expect([checked.exit, formatted.exit, again.exit]).toEqual([1, 0, 0]);
  });
});

describe("tenu facts and clauses", () => {
  test("each kind has a JSON Schema", async () => {
    const { exit, out } = await tenu(["facts", "incident", "--json"]);
    const { kinds } = JSON.parse(out) as { kinds: { kind: string; schema: { required: string[] } }[] };
    expect(exit).toBe(0);
    expect(kinds.every(({ kind, schema }) => kind.startsWith("incident.") && schema.required.includes("occurred"))).toBe(true);
  });

  test("every row of the source list has a clause", async () => {
    const { out } = await tenu(["clauses", "--json"]);
    const { rows } = JSON.parse(out) as { rows: { row: string; clauses: unknown[] }[] };
    expect(rows.length).toBe(162);
    expect(rows.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
  });

  test("a row that the list does not have is told", async () => {
    const { exit, err } = await tenu(["clauses", "ZZ"]);
    expect([exit, err]).toEqual([2, expect.stringContaining('No row of the source list starts with "ZZ".')]);
  });
});

test("tenu tour shows the example's year", async () => {
  const { exit, out, err } = await tenu(["tour"]);
  expect([exit, err]).toEqual([0, ""]);
  for (const words of [
    "2.42 EUR = round(240.00 EUR × (3.15% + 10%) × 28 days / 365 days)",
    "ECB refinancing rate, first half of 2025",
    "kept → missed",
    "the ECB refinancing rate is not known for 1 Jan 2026",
  ])
    expect(out).toContain(words);
});
