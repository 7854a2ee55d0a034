import type { Terminal } from "./terminal.ts";

export interface Progress {
  show: (text: string) => void;
  done: () => void;
}

/** One line on standard error that is written over, only where somebody watches. */
export function openProgress({ watched, tell }: Terminal): Progress {
  let shown = false;
  return {
    show(text) {
      if (!watched) return;
      tell(`\r\u001B[K${text}`);
      shown = true;
    },
    done() {
      if (shown) tell("\r\u001B[K");
      shown = false;
    },
  };
}
