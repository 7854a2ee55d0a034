import type { Fact } from "#kernel/engine/fact.ts";
import type { Problem } from "#kernel/terms/problem.ts";
import { type Call, FINE, flag, UNUSABLE, values } from "./call.ts";
import { openContract, type Opened } from "./contract/open-contract.ts";
import { readFacts } from "./facts/read-facts.ts";
import { tellProblems } from "./show/problems.ts";

/** A contract with what happened to it. */
export interface Life extends Opened {
  facts: Fact[];
  /** What was wrong with lines that were left out. */
  problems: Problem[];
  /** 0, or 2 where lines were left out and `--keep-going` was not asked for. */
  exit: number;
}

/** Opens the contract a command names and reads its facts. Bad lines are told on standard error and left out. */
export async function openLife(call: Call): Promise<Life> {
  const opened = openContract(call);
  const { facts, problems } = await factsOf(call, opened, values(call, "facts"));
  return { ...opened, facts, problems, exit: problems.length > 0 && !flag(call, "keep-going") ? UNUSABLE : FINE };
}

export async function factsOf(
  call: Call,
  { contract, voice }: Opened,
  paths: readonly string[],
): Promise<{ facts: Fact[]; problems: Problem[] }> {
  const { terminal, language, json } = call;
  const { facts, problems, refused } = await readFacts(paths, contract.factKinds, voice.zone, terminal);
  if (problems.length > 0 && !json) {
    tellProblems(terminal, problems, language);
    const counted =
      language === "fr"
        ? `faits retenus : ${facts.length} · lignes refusées : ${refused}`
        : `facts kept: ${facts.length} · lines refused: ${refused}`;
    terminal.tell(`${counted}\n\n`);
  }
  return { facts, problems };
}
