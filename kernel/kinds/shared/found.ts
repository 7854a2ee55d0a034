import type { Figure } from "../../money/figure.ts";

/** A figure worked out, or what it lacks. */
export type Found =
  | { figure: Figure }
  | { missing: string; path: readonly string[]; /** Which figure lacks it, where not the amount itself. */ lacking?: string };
