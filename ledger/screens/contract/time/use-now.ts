import { useEffect, useState } from "react";

const EVERY = 30_000;

/** The present by the server's clock, which need not be this device's; it moves on every half minute. */
export function useNow(stated: { at: string; heard: number } | undefined): number | undefined {
  const [, beat] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => beat((count) => count + 1), EVERY);
    return () => clearInterval(timer);
  }, []);
  if (!stated) return undefined;
  const since = Math.floor((performance.now() - stated.heard) / EVERY) * EVERY;
  return Date.parse(stated.at) + Math.max(0, since);
}
