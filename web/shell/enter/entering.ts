import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useRouterState } from "@tanstack/react-router";
import { useCallback } from "react";
import { rememberSpace } from "../remembered-space.ts";
import type { Entered } from "./asked.ts";
import { whereTo } from "./where-to.ts";

/** What the entrance's address says. Codes are taken as they stand: the router would read some as numbers. */
export function useAsked(): URLSearchParams {
  return new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }));
}

/** Goes in, as who has just entered: nothing that was seen before counts any more. */
export function useGoIn(): (entered?: Entered) => void {
  const asked = useAsked().get("to");
  const queries = useQueryClient();
  const { history } = useRouter();
  return useCallback(
    (entered) => {
      if (entered) rememberSpace(entered.tenant);
      queries.clear();
      history.replace(whereTo(asked, location.origin));
    },
    [asked, queries, history],
  );
}
