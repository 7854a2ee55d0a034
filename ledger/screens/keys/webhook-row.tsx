import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Row } from "#web/kit/rows.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { instantWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { Deliveries } from "./deliveries.tsx";
import { eventWords } from "./event-words.ts";
import styles from "./keys.module.css";
import type { Webhook } from "./webhooks.tsx";

/** A webhook: where it goes, what it hears, whether it works, and what was sent. */
export function WebhookRow({ webhook, remove }: { webhook: Webhook; remove: () => void }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { url, events, failures, disabled, tenant } = webhook;
  const path = { tenant, webhook: webhook.webhook };
  const enable = useMutation({
    mutationFn: () => server.POST("/api/v1/tenants/{tenant}/webhooks/{webhook}/enable", { params: { path } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["webhooks"] }),
  });
  return (
    <Row
      name={url}
      about={events.map((event) => say(eventWords(event))).join(" · ")}
      state={
        <span className={styles.state} data-state={disabled ? "disabled" : failures > 0 ? "failing" : "working"}>
          {disabled
            ? say({ fr: "hors service", en: "out of service" })
            : failures > 0
              ? say({ fr: "{n} abandons de suite", en: "{n} given up in a row" }, { n: failures })
              : say({ fr: "en service", en: "at work" })}
        </span>
      }
      actions={
        <Button
          variant="subtle"
          color="missed"
          size="compact-sm"
          aria-label={say({ fr: "Retirer {url}", en: "Remove {url}" }, { url })}
          onClick={remove}
        >
          {say({ fr: "Retirer", en: "Remove" })}
        </Button>
      }
    >
      {disabled && (
        <div className={styles.stopped}>
          {say(
            { fr: "Arrêté le {when} : {because}", en: "Stopped on {when}: {because}" },
            { when: instantWords(Date.parse(disabled.at), language), because: disabled.because },
          )}
          <Button variant="default" size="compact-sm" loading={enable.isPending} onClick={() => enable.mutate()}>
            {say({ fr: "Remettre en service", en: "Have it work again" })}
          </Button>
        </div>
      )}
      <Trouble error={enable.error} />
      <Button className={styles.toggle!} variant="transparent" size="compact-sm" px={0} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? say({ fr: "Cacher les envois", en: "Hide deliveries" }) : say({ fr: "Derniers envois", en: "Latest deliveries" })}
      </Button>
      {open && <Deliveries path={path} />}
    </Row>
  );
}
