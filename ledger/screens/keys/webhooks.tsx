import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Blank } from "#web/kit/blank.tsx";
import type { components } from "#web/kit/client/schema.d.ts";
import { Rows } from "#web/kit/rows.tsx";
import { Section } from "#web/kit/section.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { MakeWebhook } from "./make-webhook.tsx";
import { RemoveWebhook } from "./remove-webhook.tsx";
import { WebhookRow } from "./webhook-row.tsx";

export type Webhook = components["schemas"]["Webhook"];

export function Webhooks() {
  const say = useSay();
  const server = useServer();
  const { tenant } = useSpace().here;
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<Webhook>();
  const found = useQuery({
    queryKey: ["webhooks", tenant],
    queryFn: async () => (await server.GET("/api/v1/tenants/{tenant}/webhooks", { params: { path: { tenant } } })).data!.items,
  });
  return (
    <Section
      title={say({ fr: "Webhooks", en: "Webhooks" })}
      lead={say({
        fr: "Une adresse à vous, appelée à chaque événement. Les messages sont signés et ne portent que des identifiants.",
        en: "An address of yours, called at each event. Messages are signed and carry identifiers only.",
      })}
      actions={
        <Button variant="default" onClick={() => setMaking(true)}>
          {say({ fr: "Ajouter un webhook", en: "Add a webhook" })}
        </Button>
      }
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Les webhooks arrivent.", en: "The webhooks are coming." }} />}
      {found.data?.length === 0 && (
        <Blank title={say({ fr: "Personne n'est prévenu.", en: "Nobody is told." })}>
          {say({
            fr: "Ajoutez l'adresse d'un de vos services : une obligation manquée ou un montant dû y arrive dans la seconde.",
            en: "Add the address of one of your services: a missed obligation or an amount due arrives there within a second.",
          })}
        </Blank>
      )}
      {found.data && found.data.length > 0 && (
        <Rows label={say({ fr: "Webhooks", en: "Webhooks" })}>
          {found.data.map((webhook) => (
            <WebhookRow key={webhook.webhook} webhook={webhook} remove={() => setLeaving(webhook)} />
          ))}
        </Rows>
      )}
      {making && <MakeWebhook close={() => setMaking(false)} />}
      {leaving && <RemoveWebhook removing={leaving} close={() => setLeaving(undefined)} />}
    </Section>
  );
}
