import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useChanges } from "#web/kit/changes.ts";
import type { Lived } from "./use-life.ts";

const SOON = 300;

/** Asks again when the contract moves: what stands, however fast facts come, and its words only where an amendment came. */
export function useFresh(contract: string, { opened }: Lived): void {
  const queries = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useChanges((change) => {
    if (change.contract !== undefined && change.contract !== contract) return;
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      for (const part of ["head", "standing"]) void queries.invalidateQueries({ queryKey: ["contract", contract, part] });
    }, SOON);
  });
  const amendments = opened?.amendments.length;
  const before = useRef(amendments);
  useEffect(() => {
    const known = before.current;
    before.current = amendments;
    if (known === undefined || amendments === undefined || known === amendments) return;
    for (const part of ["text", "findings"]) void queries.invalidateQueries({ queryKey: ["contract", contract, part] });
  }, [queries, contract, amendments]);
}
