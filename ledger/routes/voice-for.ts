import { openWorld } from "#kernel/engine/world.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Language } from "#kernel/words/language.ts";
import { openVoice, type Voice } from "#kernel/words/voice.ts";
import type { Ledger } from "../ledger.ts";

/** Speaks to a reader of a contract: in the reader's language, and in the contract's own time zone. */
export function voiceFor(ledger: Ledger, contract: Contract, language: Language): Voice {
  return openVoice(language, openWorld(contract, ledger.references).zone);
}
