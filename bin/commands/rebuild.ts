import type { Bilingual } from "#kernel/terms/fact-kind.ts";
import { countContracts } from "#ledger/contracts/every-contract.ts";
import { rebuild as rebuildAll, type Rebuilt } from "#ledger/audit/rebuild.ts";
import { type Command, FINDINGS, FINE, flag, UNUSABLE } from "../call.ts";
import { installationOptions, openFor } from "../installation.ts";
import { faultJson } from "../json/fault.ts";
import { writeJson } from "../json/write.ts";
import { openProgress } from "../progress.ts";
import { showFaults } from "../show/faults.ts";
import { untilInterrupted } from "../until-interrupted.ts";
import { noSuchContract, whichOf, whichOptions } from "../which-contracts.ts";

const outcomes: Readonly<Record<Rebuilt["outcome"], Bilingual>> = {
  same: { fr: "inchangés", en: "unchanged" },
  restated: { fr: "rétablis sous l'édition présente", en: "restated under the present edition" },
  rebuilt: { fr: "reconstruits", en: "rebuilt" },
  refused: { fr: "refusés : leurs faits ne sont plus ce qu'ils étaient", en: "refused: their facts are not what they were" },
};

export const rebuild: Command = {
  name: "rebuild",
  words: {
    fr: "refait des faits tout ce qui s'en déduit, et montre ce qui a changé",
    en: "works everything that follows from the facts out anew, and shows what changed",
  },
  usage: "",
  options: {
    ...installationOptions,
    ...whichOptions,
    "trust-log": {
      words: {
        fr: "tenir les faits pour justes là où seul l'arbre de la tête les contredit",
        en: "take the facts for right where only the head's tree speaks against them",
      },
    },
  },
  more: [
    {
      fr: "Ce qui est juste reste tel quel. Ce qui diffère est remplacé par une révision de cause « rebuild » ; les anciennes versions restent lisibles. Si les faits eux-mêmes ont changé, rien n'est refait.",
      en: 'What is right stays as it is. What differs is replaced by a revision of cause "rebuild"; old versions stay readable. Where the facts themselves changed, nothing is worked out.',
    },
    {
      fr: "Contrat par contrat, chacun dans sa transaction et sous son verrou : on peut arrêter et recommencer à tout moment, et un serveur peut tourner. Sorties : 0 tout est en ordre, 1 au moins un contrat refusé, 2 entrée inutilisable ou arrêt avant la fin.",
      en: "Contract by contract, each in its own transaction and under its lock: it may be stopped and begun again at any time, and a server may be running. Exit codes: 0 all is in order, 1 at least one contract refused, 2 input that cannot be used, or stopped before the end.",
    },
  ],
  examples: ["tenu rebuild --data data", "tenu rebuild --contract 01990000-0000-7000-8000-000000000001"],
  async run(call) {
    const { terminal, language, json } = call;
    const french = language === "fr";
    const which = whichOf(call);
    const installation = await openFor(call);
    const progress = openProgress(terminal);
    try {
      const contracts = await countContracts(installation.ledger, which);
      if (contracts === 0 && which.only !== undefined) throw noSuchContract(which.only);
      const counts: Record<Rebuilt["outcome"], number> = { same: 0, restated: 0, rebuilt: 0, refused: 0 };
      const told = { replaced: 0, written: 0 };
      const changed: Record<string, unknown>[] = [];
      let [done, last] = [0, ""];
      for await (const one of untilInterrupted(rebuildAll(installation.ledger, { ...which, trustLog: flag(call, "trust-log") }))) {
        done += 1;
        counts[one.outcome] += 1;
        told.replaced += one.replaced;
        told.written += one.written;
        last = one.contract;
        if (one.outcome === "rebuilt" || one.outcome === "refused") {
          progress.done();
          if (json) changed.push({ ...one, faults: one.faults.map((fault) => faultJson(fault, one.contract)) });
          else terminal.write(showFaults(terminal, one, language));
        }
        progress.show(french ? `contrats : ${done} sur ${contracts}` : `contracts: ${done} of ${contracts}`);
      }
      progress.done();
      const complete = done >= contracts;
      if (json) writeJson(terminal, "rebuild", { complete, last, done, ...counts, ...told, contracts: changed });
      else
        terminal.write(
          `${french ? "Contrats : " : "Contracts: "}${Object.entries(counts)
            .filter(([outcome, count]) => count > 0 || outcome === "same")
            .map(([outcome, count]) => `${count} ${outcomes[outcome as Rebuilt["outcome"]][language]}`)
            .join(french ? " ; " : "; ")}.\n`,
        );
      if (!complete)
        terminal.tell(
          french ? `Arrêté avant la fin. Pour continuer : --after ${last}\n` : `Stopped before the end. To go on: --after ${last}\n`,
        );
      return !complete ? UNUSABLE : counts.refused > 0 ? FINDINGS : FINE;
    } finally {
      progress.done();
      await installation.close();
    }
  },
};
