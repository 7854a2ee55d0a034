import { countContracts } from "#ledger/contracts/every-contract.ts";
import { reconcile as reconcileAll } from "#ledger/audit/reconcile.ts";
import { type Command, FINDINGS, FINE, UNUSABLE } from "../call.ts";
import { installationOptions, openFor } from "../installation.ts";
import { faultJson } from "../json/fault.ts";
import { writeJson } from "../json/write.ts";
import { openProgress } from "../progress.ts";
import { showFaults } from "../show/faults.ts";
import { untilInterrupted } from "../until-interrupted.ts";
import { noSuchContract, whichOf, whichOptions } from "../which-contracts.ts";

export const reconcile: Command = {
  name: "reconcile",
  words: {
    fr: "prouve que ce qui est enregistré est ce que disent les faits",
    en: "proves that what is stored is what the facts say",
  },
  usage: "",
  options: { ...installationOptions, ...whichOptions },
  more: [
    {
      fr: "Rejoue chaque contrat depuis son premier fait, sans rien changer, et compare : faits, empreintes, arbre, points signés, lignes et numéros, échéances, états de reprise, révisions. Un serveur peut tourner.",
      en: "Replays every contract from its first fact, changing nothing, and compares: facts, hashes, tree, signed checkpoints, items and numbers, due instants, states to resume from, revisions. A server may be running.",
    },
    {
      fr: "Ne compare ni les anciennes versions des lignes, ni les textes sur des personnes. Sorties : 0 égal, 1 différences, 2 entrée inutilisable ou arrêt avant la fin.",
      en: "Compares neither old versions of items nor texts about people. Exit codes: 0 equal, 1 differences, 2 input that cannot be used, or stopped before the end.",
    },
  ],
  examples: ["tenu reconcile --data data", "tenu reconcile --contract 01990000-0000-7000-8000-000000000001 --json"],
  async run(call) {
    const { terminal, language, json } = call;
    const french = language === "fr";
    const which = whichOf(call);
    const installation = await openFor(call);
    const progress = openProgress(terminal);
    try {
      const contracts = await countContracts(installation.ledger, which);
      if (contracts === 0 && which.only !== undefined) throw noSuchContract(which.only);
      const told = { done: 0, differing: 0, facts: 0, items: 0, differences: 0 };
      const differing: Record<string, unknown>[] = [];
      let last = "";
      for await (const one of untilInterrupted(reconcileAll(installation.ledger, which))) {
        told.done += 1;
        told.facts += one.facts;
        told.items += one.items ?? 0;
        told.differences += one.count;
        last = one.contract;
        if (one.count > 0) {
          told.differing += 1;
          progress.done();
          if (json) differing.push({ ...one, faults: one.faults.map((fault) => faultJson(fault, one.contract)) });
          else terminal.write(showFaults(terminal, one, language));
        }
        progress.show(french ? `contrats : ${told.done} sur ${contracts}` : `contracts: ${told.done} of ${contracts}`);
      }
      progress.done();
      const complete = told.done >= contracts;
      if (json)
        writeJson(terminal, "reconciliation", { equal: complete && told.differing === 0, complete, last, ...told, contracts: differing });
      else terminal.write(sums(told, french));
      if (!complete)
        terminal.tell(
          french ? `Arrêté avant la fin. Pour continuer : --after ${last}\n` : `Stopped before the end. To go on: --after ${last}\n`,
        );
      return !complete ? UNUSABLE : told.differing > 0 ? FINDINGS : FINE;
    } finally {
      progress.done();
      await installation.close();
    }
  },
};

interface Sums {
  done: number;
  differing: number;
  facts: number;
  items: number;
  differences: number;
}

function sums({ done, differing, facts, items, differences }: Sums, french: boolean): string {
  if (french) {
    const looked = `Contrats : ${done}, faits : ${facts}, lignes : ${items}.`;
    return differences === 0
      ? `Tout est égal à ce que disent les faits. ${looked}\n`
      : `Différences : ${differences}, contrats touchés : ${differing}. ${looked}\n`;
  }
  const looked = `Contracts: ${done}, facts: ${facts}, items: ${items}.`;
  return differences === 0
    ? `Everything equals what the facts say. ${looked}\n`
    : `Differences: ${differences}, contracts touched: ${differing}. ${looked}\n`;
}
