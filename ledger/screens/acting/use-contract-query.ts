import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useChanges } from "#web/kit/changes.ts";
import type { TenuClient } from "#web/kit/client/client.ts";
import { useServer } from "#web/kit/server.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";

/** The contract that the screen is about. */
export function useContractId(): string {
  return (useParams({ strict: false }) as { contract: string }).contract;
}

/** Asks something about a contract, and again whenever the contract moves. */
export function useContractQuery<Answer>(what: string, contract: string, read: (server: TenuClient, contract: string) => Promise<Answer>) {
  const server = useServer();
  const queries = useQueryClient();
  const { language } = useLanguage();
  useChanges((change) => {
    if (change.contract === undefined || change.contract === contract) void queries.invalidateQueries({ queryKey: ["contract", contract] });
  });
  return useQuery({ queryKey: ["contract", contract, what, language], queryFn: () => read(server, contract) });
}
