import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

/** The present, to the minute: what shows how much time is left is drawn again with each. */
export function useNow(): number {
  return useSyncExternalStore(eachMinute, thisMinute);
}

function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}

function eachMinute(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function wait(): void {
    timer = setTimeout(() => (tell(), wait()), MINUTE - (Date.now() % MINUTE) + 20);
  }
  wait();
  document.addEventListener("visibilitychange", tell);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", tell);
  };
}
