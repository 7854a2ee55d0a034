import { useCallback } from "react";
import { ask } from "./server.tsx";
import { useSpace } from "./space.tsx";
import { useLanguage } from "./words/language.tsx";

export type Asking = <Answer>(path: string, body?: unknown, method?: string) => Promise<Answer>;

/** `ask`, as a member of the space where one is, in the reader's language. */
export function useAsk(): Asking {
  const { tenant } = useSpace().here;
  const { language } = useLanguage();
  return useCallback(
    <Answer>(path: string, body?: unknown, method?: string) => ask<Answer>(path, language, body, method, tenant),
    [tenant, language],
  );
}
