import { describe, expect, test } from "vitest";
import { told, trial } from "#testing/findings.ts";

const clause = (kind: string, keys: string) => `\`\`\`clause ${kind}\n${keys.trim()}\n\`\`\`\n`;

describe("what can never happen", () => {
  test("a clause that nothing opens, with the nearest name", () => {
    const found = trial(clause("duty", "id: act\nparty: provider\nwhen: incident.recieved\nkept-by: incident.corrected"));
    expect(told(found, "never-triggered", "events", "near")).toEqual(["error act incident.recieved incident.received"]);
  });

  test("a clause that only a document not attached could open", () => {
    const found = trial(clause("right", "id: leave\nparty: customer\nwhen: availability-rate.missed\nused-by: termination.notified"));
    expect(told(found, "never-triggered", "document")).toEqual(["warning leave service-levels"]);
  });

  test("what hangs on such a clause is told once, at its root", () => {
    const found = trial(
      clause("right", "id: leave\nparty: customer\nwhen: nobody.knows\nused-by: termination.notified") +
        clause("limit", "id: damages\nact: damages.claimed\nneeds: [leave.used]"),
    );
    expect(found.filter(({ code }) => code === "event-unknown")).toEqual([]);
  });

  test("an event that a living clause waits for in vain", () => {
    const found = trial(clause("duty", "id: act\nparty: provider\nwhen: incident.received\nkept-by: incident.corected"));
    expect(told(found, "event-unknown", "event", "key", "near")).toEqual(["error act incident.corected kept-by incident.corrected"]);
  });

  test("an effect makes its event possible", () => {
    const found = trial(
      clause("statement", "id: start\nwhen: codes.issued\nthen: all.ready") +
        clause("duty", "id: act\nparty: provider\nwhen: all.ready\nkept-by: incident.corrected"),
    );
    expect(found.filter(({ level }) => level !== "note")).toEqual([]);
  });

  test("a fact that the terms declare and no clause hears", () => {
    expect(told(trial("```fact\nkind: bell.rung\nwords: { fr: cloche sonnée, en: bell rung }\n```\n"), "fact-unheard", "fact")).toEqual([
      "note bell.rung",
    ]);
  });

  test("a clause that another names and that is not there", () => {
    const found = trial(
      clause("limit", "id: copy\nact: copy.made\nnot-while-open: hould") +
        clause("duty", "id: hold\nparty: provider\nwhen: hold.placed\nkept-by: hold.lifted"),
    );
    expect(told(found, "clause-unknown", "name", "near")).toEqual(["error copy hould hold"]);
  });
});

describe("conditions that never hold", () => {
  test("on a field that the fact does not carry", () => {
    expect(told(trial(clause("limit", "id: place\nact: data.placed\nonly: { contry: FR }")), "field-unknown", "field", "near")).toEqual([
      "warning place contry country",
    ]);
  });

  test("on a value that the field cannot take", () => {
    expect(
      told(
        trial(clause("statement", "id: note\nwhen: incident.received\nwhere: { severity: [critical, blocking] }")),
        "value-unknown",
        "values",
      ),
    ).toEqual(["warning note blocking"]);
  });
});

describe("windows", () => {
  const exit = (period: string) =>
    clause("term", `id: term\ninitial: ${period}\nrenewal: ${period}`) +
    clause("right", "id: leave\nparty: provider\nwhen: period.started\nuntil: 1 month before end\nused-by: termination.notified");

  test("one month before the end of a month is over before it begins", () => {
    expect(told(trial(exit("1 month")), "window-shut", "always")).toEqual(["error leave yes"]);
    expect(told(trial(exit("1 year")), "window-shut")).toEqual([]);
  });

  test("a window that closes before it opens in some periods only", () => {
    const text =
      clause("term", "id: term\ninitial: 1 year\nrenewal: 1 month") +
      clause("right", "id: leave\nparty: provider\nwhen: period.started\nuntil: 1 month before end\nused-by: termination.notified");
    expect(told(trial(text), "window-shut", "always")).toEqual(["warning leave –"]);
  });

  test("an answer that may come once the right it serves has lapsed", () => {
    const text = (within: string) =>
      `## 1 A | B\n\n${clause("availability", "id: rate\ntarget: 99 %\nbad-minute: above 5 %")}${clause("right", "id: claim\nparty: customer\nwhen: rate.missed\nwithin: 1 month\nused-by: credit.claimed")}${clause("duty", `id: statement\nparty: provider\nto: customer\nwhen: statement.requested\nwithin: ${within}\nkept-by: statement.supplied`)}`;
    expect(told(trial(text("left blank")), "answer-may-be-too-late", "right")).toEqual(["warning statement claim"]);
    expect(told(trial(text("30 days")), "answer-may-be-too-late", "sample")).toEqual(["warning statement 2024-02-29"]);
    expect(told(trial(text("10 days")), "answer-may-be-too-late")).toEqual([]);
  });
});

describe("what leads nowhere", () => {
  test("effects that go round in a circle", () => {
    const text =
      clause("statement", "id: one\nwhen: codes.issued, there.told\nthen: here.told") +
      clause("statement", "id: two\nwhen: here.told\nthen: there.told");
    expect(told(trial(text), "effects-in-a-circle", "trail")).toEqual(["error one there.told → here.told → there.told"]);
    expect(told(trial(text.replace("then: there.told", "then: there.told at 1 day")), "effects-in-a-circle")).toEqual([]);
  });

  test("a result promised without a consequence", () => {
    const duty = clause(
      "duty",
      "id: restore\nparty: provider\ndegree: result\nwhen: restore.requested\nwithin: 2 days\nkept-by: restore.done",
    );
    expect(told(trial(duty), "duty-without-consequence")).toEqual(["warning restore"]);
    expect(
      told(
        trial(duty + clause("charge", "id: penalty\nfrom: provider\nto: customer\nwhen: restore.missed\namount: 50 EUR")),
        "duty-without-consequence",
      ),
    ).toEqual([]);
  });

  test("days added to an end that keeps moving away", () => {
    const text = (renewal: string) =>
      clause("term", `id: term\ninitial: 1 month\nrenewal: ${renewal}`) +
      clause("charge", "id: credit\nfrom: provider\nto: customer\nwhen: credit.claimed\namount: 3 days\nthen: term.extended");
    expect(told(trial(text("1 month")), "extension-never-arrives")).toEqual(["warning credit"]);
    expect(told(trial(text("1 year")), "extension-never-arrives")).toEqual([]);
  });

  test("a clause that no example shows", () => {
    const duty = clause("duty", "id: never-shown-anywhere\nparty: provider\nwhen: incident.received\nkept-by: incident.corrected");
    expect(told(trial(duty), "no-example")).toEqual(["note never-shown-anywhere"]);
    expect(told(trial(`${duty}\n\`\`\`example shown\n2025-01-01 10:00 → no never-shown-anywhere\n\`\`\`\n`), "no-example")).toEqual([]);
  });
});
