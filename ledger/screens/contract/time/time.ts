import { createContext, useContext, useSyncExternalStore } from "react";
import type { Known } from "../life/protocol.ts";

/** The instant looked at: none while the screen follows the present. */
export interface Looking {
  at?: number;
  known: Known;
}

/** Where one looks, apart from React's state: dragging must not draw the whole screen again. */
export interface Time {
  get: () => Looking;
  set: (looking: Partial<Looking>) => void;
  toNow: () => void;
  subscribe: (listener: () => void) => () => void;
}

export function openTime(): Time {
  let looking: Looking = { known: "then" };
  const listeners = new Set<() => void>();
  function put(next: Looking): void {
    looking = next;
    for (const listener of listeners) listener();
  }
  return {
    get: () => looking,
    set: (next) => put({ ...looking, ...next }),
    toNow: () => put({ known: looking.known }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const Context = createContext<Time | undefined>(undefined);
export const TimeProvider = Context.Provider;

export function useTime(): Time {
  const time = useContext(Context);
  if (!time) throw new Error("The contract's time is asked for outside TimeProvider.");
  return time;
}

export function useLooking(): Looking {
  const time = useTime();
  return useSyncExternalStore(time.subscribe, time.get);
}
