import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { Opened } from "../life/protocol.ts";
import type { Lived } from "../life/use-life.ts";
import { type Looking, useTime } from "../time/time.ts";

/**
 * The text as it read at the instant looked at, where an amendment has changed it since or will; undefined where it reads as it does now.
 * Only crossing an amendment draws anything again.
 */
export function useTextAt(contract: string, { ask, opened, revision }: Lived, now: number): string | undefined {
  const { language } = useLanguage();
  const time = useTime();
  const reads = () => (opened ? versionAt(opened.amendments, time.get(), now) : "");
  const version = useSyncExternalStore(time.subscribe, reads);
  const other = opened !== undefined && version !== versionAt(opened.amendments, { known: "now" }, now);
  const { data } = useQuery({
    queryKey: ["text-at", contract, version, language, revision],
    queryFn: () => {
      const { at = now, known } = time.get();
      return ask!("text", { at, known, now, language });
    },
    enabled: other && ask !== undefined,
    staleTime: Infinity,
  });
  return other ? data : undefined;
}

/** Which amendments hold: a sign a piece. */
function versionAt(amendments: Opened["amendments"], { at, known }: Looking, now: number): string {
  const when = at ?? now;
  const heard = known === "then" && when < now ? when : Infinity;
  return amendments.map((one) => (one.effective <= when && one.known <= heard ? "1" : "0")).join("");
}
