import { createContext, useContext } from "react";

/** A fact that was just stated, and what it is called in the log. */
export interface Done {
  words: string;
  refused: boolean;
  target: string;
}

interface Doing {
  tell: (done: Done) => void;
}

const Context = createContext<Doing>({ tell: () => {} });
export const DoneProvider = Context.Provider;

export function useDone(): Doing {
  return useContext(Context);
}
