import type { ContractName } from "../ledger.ts";

/** What the database holds is not what was signed. Nothing more is signed over it. */
export class LogAltered extends Error {
  /** How many entries were signed, of a log that no longer begins with them. */
  readonly size: number;
  constructor({ contract }: ContractName, size: number, found: string) {
    super(
      `The log of contract ${contract} is not the one of which ${size} entries were signed: ${found}. Mend: restore ledger.fact and ` +
        "ledger.node from a backup; the checkpoints kept by witnesses tell which backup is whole.",
    );
    this.name = "LogAltered";
    this.size = size;
  }
}
