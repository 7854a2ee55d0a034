import type { Contract } from "../../terms/contract.ts";
import type { Zone } from "../../time/zone.ts";
import type { FigureVoice } from "../figures.ts";
import type { Language } from "../language.ts";
import { openNames } from "../names.ts";
import { openVoice } from "../voice.ts";

/** What a finding's words may draw names from: the contract it is about. Without it, things are called by their ids. */
export type Named = Pick<Contract, "byId" | "factKinds" | "library">;

const nobody: Named = { byId: new Map(), factKinds: new Map(), library: { documents: new Map(), factKinds: new Map(), kinds: new Map() } };

/** Findings speak of days and figures, never of instants: any zone will do. */
const noZone: Zone = { name: "UTC", from: -Infinity, until: Infinity, transitions: [], offsets: [0] };

export function voiceOf(language: Language, contract: Named = nobody): FigureVoice {
  const voice = openVoice(language, noZone);
  return { voice, names: openNames(contract, voice) };
}
