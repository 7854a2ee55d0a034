import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Blank } from "#web/kit/blank.tsx";
import type { components } from "#web/kit/client/schema.d.ts";
import { Section } from "#web/kit/section.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { KeyList } from "./key-list.tsx";
import { MakeKey } from "./make-key.tsx";
import { RevokeKey } from "./revoke-key.tsx";
import styles from "./keys.module.css";

export type Key = components["schemas"]["Key"];

export function Keys() {
  const say = useSay();
  const server = useServer();
  const { tenant } = useSpace().here;
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<Key>();
  const found = useQuery({
    queryKey: ["keys", tenant],
    queryFn: async () => (await server.GET("/api/v1/tenants/{tenant}/keys", { params: { path: { tenant } } })).data!.items,
  });
  const [live, gone] = [found.data?.filter(isLive) ?? [], found.data?.filter((key) => !isLive(key)) ?? []];
  return (
    <Section
      title={say({ fr: "Clés d'API", en: "API keys" })}
      lead={say({
        fr: "Une clé par programme, avec le moins de droits possible : on révoque l'une sans toucher aux autres.",
        en: "One key for each program, with as few rights as will do: one is revoked without touching the others.",
      })}
      actions={
        <Button variant="default" onClick={() => setMaking(true)}>
          {say({ fr: "Créer une clé", en: "Make a key" })}
        </Button>
      }
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Les clés arrivent.", en: "The keys are coming." }} />}
      {found.data && live.length === 0 && (
        <Blank title={say({ fr: "Aucune clé en service.", en: "No key at work." })}>
          {say({
            fr: "Il en faut une pour relier votre supervision, votre facturation ou vos propres outils. Son secret n'est montré qu'à sa création.",
            en: "You need one to connect your monitoring, your billing or your own tools. Its secret is shown once, when it is made.",
          })}
        </Blank>
      )}
      <KeyList keys={live} label={say({ fr: "Clés en service", en: "Keys at work" })} revoke={setLeaving} />
      {gone.length > 0 && (
        <details className={styles.gone}>
          <summary>{say({ fr: "Clés qui n'ouvrent plus ({n})", en: "Keys that open nothing any more ({n})" }, { n: gone.length })}</summary>
          <KeyList keys={gone} label={say({ fr: "Clés révoquées ou expirées", en: "Revoked or expired keys" })} />
        </details>
      )}
      {making && <MakeKey close={() => setMaking(false)} />}
      {leaving && <RevokeKey revoking={leaving} close={() => setLeaving(undefined)} />}
    </Section>
  );
}

function isLive({ revoked, expires }: Key): boolean {
  return revoked === undefined && (expires === undefined || Date.parse(expires) > Date.now());
}
