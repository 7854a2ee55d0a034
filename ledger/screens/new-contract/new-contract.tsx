import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "#web/kit/page.tsx";
import { Section } from "#web/kit/section.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { CustomerChoice } from "./customer-choice.tsx";
import { Findings } from "./findings.tsx";
import { emptyOrder, type Order, particularsOf, unanswered } from "./order.ts";
import { Particulars } from "./particulars.tsx";
import { TermsChoice } from "./terms-choice.tsx";
import { usePreview } from "./use-preview.ts";
import styles from "./new-contract.module.css";

/** Composes a contract: for whom, of which terms, and what the order fixes; what the linter finds is read along. */
export function Screen() {
  const { say } = useLanguage();
  const { here } = useSpace();
  const { customer } = useSearch({ strict: false }) as { customer?: string };
  const [order, setOrder] = useState<Order>({ ...emptyOrder, tenant: customer ?? "", order: { "customer-quality": "professional" } });
  const change = (part: Partial<Order>) => setOrder((before) => ({ ...before, ...part }));
  const fill = (part: "figures" | "readings" | "order", key: string, value: string) =>
    setOrder((before) => ({ ...before, [part]: { ...before[part], [key]: value } }));
  const preview = usePreview(order);
  const compose = useCompose(order, preview.data?.parties ?? {});
  const open = preview.data ? unanswered(preview.data.asked, order) : 0;
  const ready =
    order.tenant !== "" &&
    order.name.trim() !== "" &&
    (here.kind === "provider" || order.provider.trim() !== "") &&
    preview.data?.problems.length === 0 &&
    open === 0; // a contract without its price could be accepted, and nobody could say what is owed
  return (
    <Page
      title={say({ fr: "Nouveau contrat", en: "New contract" })}
      lead={say({
        fr: "Rien n'est dû avant que le client l'ait accepté, dans les versions exactes choisies ici.",
        en: "Nothing is owed before the customer has accepted it, in the exact versions chosen here.",
      })}
    >
      <Section title={say({ fr: "Pour qui", en: "For whom" })}>
        <div className={styles.grid}>
          <CustomerChoice tenant={order.tenant} choose={(tenant) => change({ tenant })} />
          <TextInput
            label={say({ fr: "Nom du contrat", en: "The contract's name" })}
            description={say({ fr: "Tel qu'on le citera, unique chez ce client.", en: "As it will be quoted, unique for this customer." })}
            required
            maxLength={200}
            value={order.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {here.kind !== "provider" && (
            <TextInput
              label={say({ fr: "Nom du prestataire", en: "The provider's name" })}
              required
              maxLength={200}
              value={order.provider}
              onChange={(event) => change({ provider: event.currentTarget.value })}
            />
          )}
        </div>
      </Section>
      <Section
        title={say({ fr: "De quoi", en: "Of what" })}
        lead={say({ fr: "Chaque document est pris dans sa dernière version.", en: "Each document is taken in its latest version." })}
      >
        <TermsChoice terms={order.terms} law={order.law} choose={change} />
      </Section>
      <Section
        title={say({ fr: "Ce que la commande fixe", en: "What the order fixes" })}
        lead={
          preview.data && open > 0 && say({ fr: "Il manque encore {open} réponses.", en: "{open} answers are still missing." }, { open })
        }
      >
        {order.terms.length === 0 && (
          <p className={styles.soft}>{say({ fr: "Choisissez d'abord des conditions.", en: "First choose terms." })}</p>
        )}
        {order.terms.length > 0 && preview.isPending && (
          <Waiting what={{ fr: "On lit ce que le texte laisse ouvert.", en: "Reading what the text leaves open." }} />
        )}
        <Trouble error={preview.error} again={() => void preview.refetch()} />
        {order.terms.length > 0 && preview.data && <Particulars asked={preview.data.asked} order={order} fill={fill} />}
      </Section>
      <Section
        title={say({ fr: "Relecture", en: "Review" })}
        lead={say({ fr: "Une seconde paire d'yeux, à mesure.", en: "A second pair of eyes, as you go." })}
      >
        <div aria-live="polite" aria-busy={preview.isFetching}>
          {order.terms.length > 0 && preview.data && <Findings preview={preview.data} />}
        </div>
        <Trouble error={compose.error} />
        <div className={styles.deed}>
          <Button size="md" disabled={!ready} loading={compose.isPending} onClick={() => compose.mutate()}>
            {say({ fr: "Composer le contrat", en: "Compose the contract" })}
          </Button>
          {!ready && (
            <span className={styles.soft}>
              {say({
                fr: "Il faut un client, un nom, des conditions qui se composent et toutes les réponses qu'elles demandent.",
                en: "It takes a customer, a name, terms that compose, and every answer that they ask for.",
              })}
            </span>
          )}
        </div>
      </Section>
    </Page>
  );
}

function useCompose(order: Order, parties: Readonly<Record<string, string>>) {
  const server = useServer();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { data } = await server.POST("/api/v1/tenants/{tenant}/contracts", {
        params: { path: { tenant: order.tenant } },
        body: particularsOf(order, parties),
      });
      return data!;
    },
    onSuccess: ({ contract }) => {
      void queries.invalidateQueries({ queryKey: ["contracts"] });
      void queries.invalidateQueries({ queryKey: ["book"] });
      void navigate({ to: "/contracts/$contract", params: { contract } });
    },
  });
}
