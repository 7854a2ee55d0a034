import { createContext, useContext } from "react";
import type { SpaceKind } from "./screen.ts";
import type { Language } from "./words/language.tsx";

/** What a person is a member of, and as what. */
export interface Membership {
  tenant: string;
  kind: SpaceKind;
  /** The tenant's name. */
  name: string;
  role: string;
  scopes: readonly string[];
}

export interface Person {
  id: string;
  name: string;
  email: string;
  /** In which they are written to. */
  language?: Language;
  /** Whether signing in takes a code beside the password. */
  secondFactor?: boolean;
}

/** Who looks at the screen, and as a member of what. */
export interface Space {
  person: Person;
  memberships: readonly Membership[];
  here: Membership;
  go: (tenant: string) => void;
}

const Context = createContext<Space | undefined>(undefined);
export const SpaceProvider = Context.Provider;

export function useSpace(): Space {
  const space = useContext(Context);
  if (!space) throw new Error("A screen stands outside SpaceProvider.");
  return space;
}

/** Whether who looks may do what wants a scope. */
export function useMay(scope: string): boolean {
  return useSpace().here.scopes.includes(scope);
}
