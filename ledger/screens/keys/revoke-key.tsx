import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#web/kit/confirm.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Key } from "./keys.tsx";

export function RevokeKey({ revoking: { key, tenant, name }, close }: { revoking: Key; close: () => void }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => server.DELETE("/api/v1/tenants/{tenant}/keys/{key}", { params: { path: { tenant, key } } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["keys"] });
      close();
    },
  });
  return (
    <Confirm
      title={say({ fr: "Révoquer {name} ?", en: "Revoke {name}?" }, { name })}
      deed={say({ fr: "Révoquer pour toujours", en: "Revoke for good" })}
      act={revoke}
      close={close}
    >
      <p>
        {say({
          fr: "Le programme qui s'en sert sera refusé dès sa prochaine demande, et une clé révoquée ne se rétablit pas. Ce qu'elle a déclaré reste inscrit.",
          en: "The program that uses it will be refused from its next request on, and a revoked key does not come back. What it stated stays on record.",
        })}
      </p>
    </Confirm>
  );
}
