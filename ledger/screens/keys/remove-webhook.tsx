import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#web/kit/confirm.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Webhook } from "./webhooks.tsx";

export function RemoveWebhook({ removing: { webhook, tenant, url }, close }: { removing: Webhook; close: () => void }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => server.DELETE("/api/v1/tenants/{tenant}/webhooks/{webhook}", { params: { path: { tenant, webhook } } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["webhooks"] });
      close();
    },
  });
  return (
    <Confirm
      title={say({ fr: "Retirer ce webhook ?", en: "Remove this webhook?" })}
      deed={say({ fr: "Retirer", en: "Remove" })}
      act={remove}
      close={close}
    >
      <p>
        {say(
          {
            fr: "{url} ne sera plus prévenu de rien, et la liste de ses envois disparaît. Les contrats n'en changent pas.",
            en: "{url} will be told of nothing any more, and the list of its deliveries goes. The contracts do not change.",
          },
          { url },
        )}
      </p>
    </Confirm>
  );
}
