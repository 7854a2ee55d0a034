import type { ComponentType } from "react";
import type { Words } from "./words/language.tsx";

/** Who a space belongs to: what a person is a member of. */
export type SpaceKind = "provider" | "distributor" | "customer";

/** A screen, as its room lists it in browser.tsx. Its module is loaded when somebody goes there, and exports `Screen`. */
export interface ScreenListed {
  /** A path of TanStack Router: `/contracts/$contract`. */
  path: string;
  title: Words;
  /** In the menu of these spaces; a screen that is reached from others is in none. */
  menu?: readonly SpaceKind[];
  /** Only for whoever has this scope, or one of these. */
  scope?: string | readonly string[];
  load: () => Promise<{ Screen: ComponentType }>;
}
