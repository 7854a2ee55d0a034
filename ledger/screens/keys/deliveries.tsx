import { useQuery } from "@tanstack/react-query";
import type { components } from "#web/kit/client/schema.d.ts";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { instantWords } from "#web/kit/words/instants.ts";
import { type Say, useLanguage, type Words } from "#web/kit/words/language.tsx";
import { eventWords } from "./event-words.ts";
import styles from "./keys.module.css";

type Delivery = components["schemas"]["Delivery"];

const states: Readonly<Record<Delivery["state"], Words>> = {
  delivered: { fr: "remis", en: "delivered" },
  "to be tried again": { fr: "sera réessayé", en: "to be tried again" },
  "given up": { fr: "abandonné", en: "given up" },
};

/** What was sent to a webhook lately, and what came of it. */
export function Deliveries({ path }: { path: { tenant: string; webhook: string } }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const found = useQuery({
    queryKey: ["webhooks", path.tenant, path.webhook, "deliveries"],
    queryFn: async () => {
      const params = { path, query: { limit: 20 } };
      return (await server.GET("/api/v1/tenants/{tenant}/webhooks/{webhook}/deliveries", { params })).data!.items;
    },
  });
  if (found.error) return <Trouble error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting what={{ fr: "Les envois arrivent.", en: "The deliveries are coming." }} />;
  if (found.data.length === 0) return <p>{say({ fr: "Rien n'a encore été envoyé.", en: "Nothing was sent yet." })}</p>;
  return (
    <ul className={styles.deliveries}>
      {found.data.map((delivery) => (
        <li key={delivery.message}>
          <span className={styles.sent}>
            {say(eventWords(delivery.event))}
            <span className={styles.state} data-state={delivery.state}>
              {say(states[delivery.state])}
            </span>
          </span>
          <time dateTime={delivery.tried}>{instantWords(Date.parse(delivery.tried), language)}</time>
          <small>{outcome(delivery, say)}</small>
        </li>
      ))}
    </ul>
  );
}

function outcome({ tries, status, error }: Delivery, say: Say): string {
  const answer = status === undefined ? error : say({ fr: "réponse {status}", en: "answer {status}" }, { status });
  const times = tries === 1 ? say({ fr: "1 essai", en: "1 try" }) : say({ fr: "{n} essais", en: "{n} tries" }, { n: tries });
  return [times, answer].filter((one) => one !== undefined).join(", ");
}
