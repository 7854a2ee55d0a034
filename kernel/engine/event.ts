import type { Instant } from "../time/instant.ts";
import type { Because, Json } from "./item.ts";

/** Something clauses can hear: a fact that took effect, or what the engine or a clause tells. */
export interface Event {
  name: string;
  subject: string;
  at: Instant;
  /** The party who stated the fact behind it; absent where time itself told it. */
  by?: string;
  fields: Readonly<Record<string, Json>>;
  because: Because;
  /** Born of a timer at a midnight: it belongs to the day that midnight closes. */
  closesDay?: boolean;
  /** How many events led to it within one instant; a cycle of effects is stopped by it. */
  depth: number;
  /** The event it was born of. */
  from?: Event;
}
