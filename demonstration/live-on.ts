import type { Instant } from "#kernel/time/instant.ts";
import type { Ledger } from "#ledger/ledger.ts";
import { contractOf } from "#ledger/routes/contract-of.ts";
import { readStamp, writeStamp } from "./directory.ts";
import { contracts } from "./lives/all.ts";
import { numbered, type Plan } from "./lives/happening.ts";
import { openStage } from "./lives/stage.ts";
import { catchUp, contractOfPlan } from "./make.ts";
import { record } from "./record.ts";

/**
 * Lives on from where a directory's demonstration has come to, up to its present instant: machines go on telling what they tell every
 * night, backups and counts of minutes. People do nothing of themselves. Told twice, a fact is one.
 */
export async function liveOn(ledger: Ledger, directory: string, lives = contracts): Promise<void> {
  const stamp = readStamp(directory)!;
  const now = ledger.now();
  const stage = openStage(ledger.references, stamp.today);
  for (const make of lives) await routineOf(ledger, make(stage), stage.at(stage.month(-30), "09:00"), stamp.lived, now);
  await catchUp(ledger);
  writeStamp(directory, { ...readStamp(directory)!, lived: now });
}

async function routineOf(ledger: Ledger, plan: Plan, began: Instant, from: Instant, now: Instant): Promise<void> {
  const told = numbered(plan.routine(from, now)).filter(({ recorded }) => recorded > from && recorded <= now);
  if (told.length === 0) return;
  const name = contractOfPlan(plan, began);
  await record(ledger, name, await contractOf(ledger, name), told);
}
