import { queryOptions, useQuery } from "@tanstack/react-query";
import type { TenuClient } from "#web/kit/client/client.ts";
import { type Asking, useAsk } from "#web/kit/asking.ts";
import { useServer } from "#web/kit/server.tsx";
import { useMay } from "#web/kit/space.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { RawReferences } from "#kernel/references.ts";
import type { LifeGiven } from "./life/protocol.ts";

/** What the server says of the contract: its head, its words, its standing now, what the linter sees. */
export function useContract(contract: string) {
  const server = useServer();
  const { language } = useLanguage();
  const params = { params: { path: { contract } } };
  const head = useQuery({
    queryKey: ["contract", contract, "head", language],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}", params)).data!,
  });
  const text = useQuery({
    queryKey: ["contract", contract, "text", language],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}/text", params)).data!,
    staleTime: Infinity,
  });
  const standing = useQuery({
    queryKey: ["contract", contract, "standing", language],
    refetchInterval: 60_000,
    queryFn: async () => {
      const { data } = await server.GET("/api/v1/contracts/{contract}/standing", params);
      return { ...data!, heard: performance.now() };
    },
  });
  const findings = useQuery({
    queryKey: ["contract", contract, "findings", language],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}/findings", params)).data!.items,
    staleTime: Infinity,
    enabled: useMay("contracts:read"),
  });
  return { head, text, standing, findings };
}

export type Contract = ReturnType<typeof useContract>;

/** The figures of the world, the same for every contract: asked for once. */
export function useReferences() {
  const ask = useAsk();
  return useQuery(referencesAsked(ask));
}

export function referencesAsked(ask: Asking) {
  return queryOptions({
    queryKey: ["references"],
    queryFn: () => ask<RawReferences & { digest: string }>("/api/v1/references"),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

export interface LifePages {
  revision: number;
  particulars: LifeGiven["particulars"];
  documents: readonly { id: string; version: string; digest: string; body: string }[];
  references: { edition: string; digest: string };
  entries: readonly { position: number; entry: string }[];
}

/** The contract's life from a position on, page by page. */
export async function readLife(server: TenuClient, contract: string, after = -1): Promise<LifePages> {
  const entries: LifePages["entries"][number][] = [];
  for (let from = after; ;) {
    const { data } = await server.GET("/api/v1/contracts/{contract}/life", { params: { path: { contract }, query: { after: from } } });
    const { next, ...page } = data!;
    entries.push(...page.entries);
    if (next === undefined) return { ...page, particulars: page.particulars as unknown as LifePages["particulars"], entries };
    from = next;
  }
}
