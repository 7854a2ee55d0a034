import { ENGINE_EDITION } from "#kernel/engine/standing.ts";
import type { References } from "#kernel/references.ts";
import type { Head } from "./head.ts";

/** What works a standing out today: the engine's edition, and that of the figures of the world. */
export function presentEdition({ edition }: Pick<References, "edition">): string {
  return `${ENGINE_EDITION} ${edition.split(" ")[0]}`;
}

/** Whether a contract stands as another engine, or other figures, worked it out. A draft stands as nobody did. */
export function isOutdated(references: Pick<References, "edition">, { revision, edition }: Pick<Head, "revision" | "edition">): boolean {
  return revision > 0 && edition !== presentEdition(references);
}
