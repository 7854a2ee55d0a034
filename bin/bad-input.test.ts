import { afterAll, describe, expect, test } from "vitest";
import { openTrial } from "./trial.ts";
import { ofTrial, trialFacts, trialFiles } from "./trial-contract.ts";

// Whatever comes in, the answer is words with a place and a mend, never a stack trace; exit code 2.

const trial = openTrial(trialFiles);
const { tenu, write } = trial;
afterAll(trial.remove);

const fact = (line: object) => `${JSON.stringify(line)}\n`;
const good = { id: "9", kind: "incident.received", subject: "I-9", occurred: "2025-03-03T10:00:00+01:00", by: "customer" };

/** A facts file with one bad line after the four good ones. */
async function afterFour(name: string, line: string | Uint8Array): Promise<{ exit: number; out: string; err: string }> {
  write(name, Buffer.concat([Buffer.from(trialFacts), Buffer.from(line)]));
  return tenu(["run", "--particulars", "trial.yaml", "--facts", name, "--at", "2025-03-03 15:12"]);
}

describe("a bad line is named, and the good ones are kept", () => {
  test.each([
    ["unknown-kind.ndjson", fact({ ...good, kind: "incident.recieved" }), "5:11", 'did you mean "incident.received"?'],
    ["unknown-field.ndjson", fact({ ...good, sevrity: "critical" }), "5:109", 'did you mean "severity"?'],
    ["wrong-value.ndjson", fact({ ...good, severity: "dire" }), "5:109", 'must be of type "one of critical'],
    ["no-date.ndjson", fact({ ...good, occurred: "2025-02-30T10:00:00Z" }), "5:54", "is not an instant"],
    ["beyond.ndjson", fact({ ...good, occurred: "2077-01-01T10:00:00Z" }), "5:1", "beyond the calendar known"],
    ["not-entitled.ndjson", fact({ ...good, kind: "incident.acknowledged", by: "user" }), "5:", "may not state"],
    ["cut.ndjson", '{"id":"9","kind":', "5:18", "the line ends too early"],
    ["malformed.ndjson", '{"id":"9" "kind":"x"}\n', "5:11", "does not belong here"],
    ["list.ndjson", "[1]\n", "5:1", "not a JSON object"],
  ])("%s", async (name, line, place, words) => {
    const { exit, out, err } = await afterFour(name, line);
    expect(exit).toBe(2);
    expect(err).toContain(`${name}:${place}`);
    expect(err).toContain(words);
    expect(err).toContain("facts kept: 4 · lines refused: 1");
    expect(err).not.toContain("    at ");
    expect(out).toContain("1 h 12 min late");
  });

  test("half a UTF-8 character", async () => {
    const { exit, err } = await afterFour("half.ndjson", Buffer.from([0x7b, 0x22, 0xc3, 0x0a]));
    expect([exit, err.includes("half.ndjson:5:3"), err.includes("not valid UTF-8")]).toEqual([2, true, true]);
  });

  test("--keep-going takes the good lines for enough", async () => {
    write("some.ndjson", `${trialFacts}[]\n`);
    const { exit } = await tenu(["run", "--particulars", "trial.yaml", "--facts", "some.ndjson", "--at", "2025-03-04", "--keep-going"]);
    expect(exit).toBe(0);
  });

  test("JSON carries the problems beside the answer", async () => {
    const { exit, out } = await tenu(["run", "--particulars", "trial.yaml", "--facts", "some.ndjson", "--at", "2025-03-04", "--json"]);
    const { facts, problems } = JSON.parse(out) as { facts: number; problems: { code: string; place: { line: number } }[] };
    expect([exit, facts, problems.map(({ code, place }) => [code, place.line])]).toEqual([2, 4, [["fact-not-a-record", 5]]]);
  });
});

describe("what cannot be computed is said", () => {
  test("the same name with other content names both places", async () => {
    write("twice.ndjson", `${trialFacts}${fact({ ...good, id: "2" })}`);
    const { exit, err } = await tenu(["run", "--particulars", "trial.yaml", "--facts", "twice.ndjson", "--at", "2025-03-04"]);
    expect(exit).toBe(2);
    expect(err).toContain("twice.ndjson:5:1");
    expect(err).toContain("the first time: twice.ndjson:2");
  });

  test("acts before acceptance are refused, with the reason", async () => {
    write("early.ndjson", fact({ ...good, kind: "seat.assigned", occurred: "2025-02-01T10:00:00+01:00" }));
    const { exit, out } = await tenu(["run", "--particulars", "trial.yaml", "--facts", "early.ndjson", "--at", "2025-03-04"]);
    expect([exit, out.includes("the contract is not accepted yet")]).toEqual([0, true]);
  });

  test("instants beyond the calendar", async () => {
    const { exit, err } = await tenu(["run", ...ofTrial, "--at", "2090-01-01"]);
    expect([exit, err.includes("known until"), err.includes("→")]).toEqual([2, true, true]);
  });

  test("an instant that is none", async () => {
    const { exit, err } = await tenu(["run", ...ofTrial, "--at", "tomorrow"]);
    expect([exit, err.includes('cannot read the instant "tomorrow"')]).toEqual([2, true]);
  });

  test("documents and files that are not there", async () => {
    const [document, file, nothing] = await Promise.all([
      tenu(["run", "uloaa"]),
      tenu(["run", "trial.md", "--facts", "none.ndjson"]),
      tenu(["run"]),
    ]);
    expect([document.exit, file.exit, nothing.exit]).toEqual([2, 2, 2]);
    expect(document.err).toContain('did you mean "uloa"?');
    expect(file.err).toContain("none.ndjson does not exist");
    expect(nothing.err).toContain("no document to compose");
  });

  test("particulars with a slip are pointed at in their own file", async () => {
    write("slips.yaml", "contract: trial-1\ndocuments: [trial.md]\nfigures:\n  seats.at-mots: 1\n  answer.within: 4 hurs\n");
    write("keys.yaml", "contract: trial-1\nfigurs: {}\n");
    const [figures, keys] = await Promise.all([
      tenu(["run", "--particulars", "slips.yaml"]),
      tenu(["run", "trial.md", "--particulars", "keys.yaml"]),
    ]);
    expect([figures.exit, keys.exit]).toEqual([2, 2]);
    expect(figures.err).toContain("slips.yaml:4:3");
    expect(figures.err).toContain('did you mean "seats.at-most"?');
    expect(figures.err).toContain("slips.yaml:5:3");
    expect(keys.err).toContain("keys.yaml:2:1");
  });

  test("a circle of consequences names the way round", async () => {
    const circle = (id: string, event: string, then: string) =>
      `\nfr: Alors {{x}}.\n\nen: Then {{x}}.\n\n\`\`\`clause statement\nid: ${id}\nwhen: ${event}\nthen: ${then}\n\`\`\`\n`.replaceAll(
        " {{x}}",
        "",
      );
    write(
      "circle.md",
      trialFiles["trial.md"] +
        circle("one", "incident.received", "wheel.turned") +
        circle("two", "wheel.turned", "wheel.returned") +
        circle("three", "wheel.returned", "wheel.turned"),
    );
    const { exit, err } = await tenu(["run", "circle.md", "--facts", "facts.ndjson", "--at", "2025-03-04", "--lang", "fr"]);
    expect(exit).toBe(2);
    expect(err).toContain("tournent en rond");
    expect(err).toContain("wheel.turned → wheel.returned");
  });
});

describe("terms with a slip say where, what and how to mend it", () => {
  const { "trial.md": terms } = trialFiles;
  const lint = async (name: string, text: string, lang = "en") => {
    write(name, text);
    write("lawless.yaml", trialFiles["trial.yaml"].replace("documents: [trial.md]\n", ""));
    return tenu(["lint", name, "--particulars", "lawless.yaml", "--show", "error"], { lang });
  };

  test("a zone and holidays that the references lack", async () => {
    const slips = terms.replace("Europe/Paris", "Europe/Pariss").replace("holidays: FR", "holidays: FX");
    const { exit, out } = await lint("zone.md", slips);
    expect(exit).toBe(2);
    expect(out).toMatch(/zone-unknown +zone\.md:5:1/);
    expect(out).toContain('did you mean "Europe/Paris"?');
    expect(out).toMatch(/holidays-unknown +zone\.md:6:1/);
    expect(out).toMatch(/Take one of FR, FR-alsace-moselle/);
  });

  test("holidays of working hours, at their key", async () => {
    const hours = "\n```clause hours\nid: desk\ndays: Monday to Friday\nopen: 09:00-12:00\nholidays: FR-reunoin\n```\n";
    const { exit, out } = await lint("hours.md", terms + hours);
    expect([exit, /holidays-unknown +hours\.md:48:1/.test(out), out.includes('did you mean "FR-reunion"?')]).toEqual([2, true, true]);
  });

  test("readings that nothing offers, in the particulars' own file", async () => {
    write("readings.yaml", `${trialFiles["trial.yaml"]}readings:\n  answr: soon\n  answer: soon\n`);
    const [linted, run] = await Promise.all([
      tenu(["lint", "trial.md", "--particulars", "readings.yaml"]),
      tenu(["run", "--particulars", "readings.yaml"]),
    ]);
    expect([linted.exit, run.exit]).toEqual([2, 2]);
    for (const said of [linted.out, run.err]) {
      expect(said).toContain("readings.yaml:7:3");
      expect(said.replaceAll(/\s+/g, " ")).toContain('which is no clause of the contract; did you mean "answer"?');
      expect(said).toContain("readings.yaml:8:3");
      expect(said).toContain('Clause answer has no reading "soon".');
    }
  });

  test("an example on a day that the calendar lacks, at a time that no day has", async () => {
    const slips = terms
      .replace("2025-03-03 10:00   incident", "2025-02-30 10:00   incident")
      .replace("due 2025-03-03 14:00", "due 2025-03-03 25:00");
    const { out } = await lint("date.md", slips);
    expect(out).toMatch(/example-date +date\.md:27:1\n +The calendar has no "2025-02-30 10:00"/);
    expect(out).toMatch(/example-date +date\.md:28:43\n +The calendar has no "2025-03-03 25:00"/);
  });

  test("an example block that never closes, at the line that opens it", async () => {
    const { exit, out } = await lint("open.md", terms.replace("due 2025-03-03 14:00\n```", "due 2025-03-03 14:00"));
    expect(exit).toBe(2);
    expect(out).toMatch(/block-open +open\.md:26:1\n +The block "example one answered, one not" never closes/);
    expect(out).toContain("1 error ·");
  });

  test("a cadence said as an adverb, two clauses of one name", async () => {
    const fee = "\n```clause fee\nid: fee\nprice: 1.00 EUR\nevery: yearly\nbilled: in advance\n```\n";
    const [yearly, twice] = await Promise.all([
      lint("yearly.md", terms + fee, "fr"),
      lint("twice.md", `${terms}\n\`\`\`clause statement\nid: answer\n\`\`\`\n`),
    ]);
    expect(yearly.out).toMatch(/expected-cadence +yearly\.md:47:1/);
    expect(yearly.out).toContain("on y lit « yearly » ; vouliez-vous « year » ?");
    expect(yearly.out).toContain("→ Écrire l'une de day, week, month, quarter, year.");
    expect(twice.out).toMatch(/id-twice +twice\.md:44:1/);
    expect(twice.out).toContain("the other is in trial, twice.md:17.");
  });

  test("an example that comes out otherwise is told in the reader's language", async () => {
    const charges =
      "\n```clause charge\nid: flat\nfrom: provider\nto: customer\nwhen: answer.missed\namount: 1234.5 EUR\n```\n" +
      "\n```example money\n2025-03-03 10:00   incident.received I-1 by customer\n2025-03-03 14:00 → flat I-1 settled 41.50 EUR\n" +
      "2025-03-03 14:00 → no answer\n2025-03-03 14:00 → contract ended\n2025-03-03 14:00 → seats U-1 refused\n" +
      "2025-03-03 14:00 → anwser I-1 missed\n```\n";
    const { exit, out } = await lint("differs.md", terms + charges, "fr");
    const said = out.replaceAll(/\s+/g, " ");
    expect(exit).toBe(1);
    expect(said).toContain(
      "attend « flat I-1 : réglée, 41,50 EUR », mais le contrat donne « flat I-1 : due, échéance 2025-03-03 14:00, 1 234,50 EUR »",
    );
    expect(said).toContain("attend « answer : rien », mais le contrat donne « answer I-1 : manquée, échéance 2025-03-03 14:00 »");
    expect(said).toContain("attend « le contrat : terminé », mais le contrat donne « le contrat : en cours »");
    expect(said).toContain("attend « seats U-1 : refusé », mais le contrat donne « rien »");
    expect(said).toContain("parle de la clause « anwser », qui n'existe pas ; vouliez-vous « answer » ?");
  });

  test("what an example chooses for its composition is told in the example", async () => {
    const { out } = await lint(
      "chosen.md",
      terms.replace("2025-03-03 10:00   incident", "seats.at-mots: 3\nreading.answer: soon\n\n2025-03-03 10:00   incident"),
    );
    expect(out).toMatch(/address-unknown +chosen\.md:27:1/);
    expect(out).toMatch(/reading-unknown +chosen\.md:28:1/);
  });
});
