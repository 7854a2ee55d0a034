import type { Standing } from "#kernel/engine/standing.ts";
import { phaseWords } from "#kernel/words/states.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Terminal } from "../terminal.ts";
import { say } from "./interface-words.ts";
import { labelled } from "./labelled.ts";
import { heading } from "./title.ts";

/** Which contract, in which phase, looked at when, as known when. */
export function header(terminal: Terminal, standing: Standing, opened: Opened): string {
  const { voice, contract } = opened;
  const { language } = voice;
  const phase = phaseWords[standing.phase][language];
  const lines = linesOf(standing, opened);
  const ink = standing.phase === "running" ? "good" : standing.phase === "suspended" ? "soon" : "strong";
  return `${heading(terminal, contract.name, phase, ink)}${labelled(terminal, lines, 0)}`;
}

function linesOf(standing: Standing, { voice, contract, names }: Opened): [string, string][] {
  const { language } = voice;
  const { at, knownAt, accepted, activated, term, ends, creditDays } = standing;
  const known = knownAt === at ? "" : ` · ${say("knownAt", language)} ${voice.instant(knownAt)}`;
  const own = contract.documents.filter(({ rank }) => rank !== "law").map(({ title, version }) => `${title[language]} ${version}`);
  const law = contract.documents.filter(({ rank }) => rank === "law").map(({ id }) => names.document(id));
  const rows: [string, string][] = [
    [say("at", language), `${voice.instant(at)} (${contract.zone})${known}`],
    [say("documents", language), [...own, ...law].join(" · ")],
  ];
  const parties = Object.entries(contract.particulars.parties).map(([party, name]) => `${name} (${names.party(party)})`);
  if (parties.length > 0) rows.push(["parties", parties.join(" · ")]);
  const birth = [
    accepted === undefined ? undefined : `${say("accepted", language)} ${voice.instant(accepted)}`,
    activated === undefined ? undefined : `${say("activated", language)} ${voice.instant(activated)}`,
  ];
  const told = birth.filter((one) => one !== undefined);
  if (told.length > 0) rows.push([language === "fr" ? "contrat" : "contract", told.join(" · ")]);
  if (term) {
    const credit = creditDays > 0 ? ` · +${creditDays} ${say("creditDays", language)}` : "";
    const end =
      ends === undefined ? "" : ` · ${standing.phase === "ended" ? say("ended", language) : say("ends", language)} ${voice.deadline(ends)}`;
    rows.push([say("term", language), `${term.period} · ${voice.instant(term.start)} → ${voice.deadline(term.end)}${credit}${end}`]);
  } else if (ends !== undefined) rows.push([say("ends", language), voice.deadline(ends)]);
  return rows;
}
