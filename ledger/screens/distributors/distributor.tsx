import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Page } from "#web/kit/page.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { readTenant } from "../customers/book.ts";
import { BookList } from "../customers/book-list.tsx";

/** One distributor's book: the customers who bought through it. */
export function Screen() {
  const { language, say } = useLanguage();
  const server = useServer();
  const { tenant = "" } = useParams({ strict: false });
  const found = useQuery({ queryKey: ["book", "one", tenant], queryFn: () => readTenant(server, tenant) });
  const { name, created } = found.data ?? {};
  return (
    <Page
      title={name ?? say({ fr: "Distributeur", en: "Distributor" })}
      lead={
        created !== undefined &&
        say({ fr: "distributeur depuis le {day}", en: "distributor since {day}" }, { day: dayWords(Date.parse(created), language) })
      }
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Le distributeur arrive.", en: "The distributor is coming." }} />}
      {found.data && (
        <BookList
          kind="customer"
          distributor={tenant}
          to="/customers/$tenant"
          empty={
            <p>
              {say({
                fr: "Aucun client encore. En ajoutant un client, choisissez ce distributeur : il le verra aussitôt.",
                en: "No customer yet. When you add a customer, choose this distributor: it sees the customer at once.",
              })}
            </p>
          }
        />
      )}
    </Page>
  );
}
