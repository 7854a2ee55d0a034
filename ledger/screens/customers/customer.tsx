import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { LinkButton } from "#web/kit/link-button.tsx";
import { Page } from "#web/kit/page.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useMay } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { ContractList } from "../contracts/contract-list.tsx";
import { DueBoard } from "../today/board.tsx";
import { readTenant } from "./book.ts";
import styles from "./customer.module.css";

/** One customer: its contracts, and what is due under them. */
export function Screen() {
  const { language, say } = useLanguage();
  const server = useServer();
  const { tenant = "" } = useParams({ strict: false });
  const may = useMay("contracts:write");
  const found = useQuery({ queryKey: ["book", "one", tenant], queryFn: () => readTenant(server, tenant) });
  const { name, created, distributor } = found.data ?? {};
  const through = distributor?.name !== undefined && say({ fr: "par {name}, ", en: "through {name}, " }, { name: distributor.name });
  return (
    <Page
      title={name ?? say({ fr: "Client", en: "Customer" })}
      lead={
        created !== undefined && (
          <>
            {through}
            {say({ fr: "depuis le {day}", en: "since {day}" }, { day: dayWords(Date.parse(created), language) })}
          </>
        )
      }
      actions={
        may &&
        found.data && (
          <LinkButton to="/contracts/new" search={{ customer: tenant }}>
            {say({ fr: "Nouveau contrat", en: "New contract" })}
          </LinkButton>
        )
      }
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Le client arrive.", en: "The customer is coming." }} />}
      {found.data && (
        <>
          <h2 className={styles.title}>{say({ fr: "Contrats", en: "Contracts" })}</h2>
          <ContractList
            tenant={tenant}
            empty={<p className={styles.none}>{say({ fr: "Aucun contrat encore.", en: "No contract yet." })}</p>}
          />
          <h2 className={styles.title}>{say({ fr: "Ce qui attend", en: "What is due" })}</h2>
          <DueBoard narrowed={{ tenant }} among="tenant" />
        </>
      )}
    </Page>
  );
}
