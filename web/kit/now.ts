import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

const waiting = new Set<() => void>();
let ahead = 0;

/** The present, to the minute: what shows how much time is left is drawn again with each. */
export function useNow(): number {
  return useSyncExternalStore(eachMinute, thisMinute);
}

/** The server's time where it is not this machine's: a demonstration's clock may have been moved. */
export function setPresent(at: number): void {
  const away = at - Date.now();
  const next = Math.abs(away) < 2 * MINUTE ? 0 : away;
  if (Math.abs(next - ahead) < 2 * MINUTE) return;
  ahead = next;
  for (const tell of waiting) tell();
}

function thisMinute(): number {
  return Math.floor((Date.now() + ahead) / MINUTE) * MINUTE;
}

function eachMinute(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function wait(): void {
    timer = setTimeout(
      () => {
        tell();
        wait();
      },
      MINUTE - (Date.now() % MINUTE) + 20,
    );
  }
  wait();
  waiting.add(tell);
  document.addEventListener("visibilitychange", tell);
  return () => {
    clearTimeout(timer);
    waiting.delete(tell);
    document.removeEventListener("visibilitychange", tell);
  };
}
