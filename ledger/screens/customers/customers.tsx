import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Empty } from "#web/kit/empty.tsx";
import { Page } from "#web/kit/page.tsx";
import { useMay } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { AddTenant } from "./add-tenant.tsx";
import { BookList } from "./book-list.tsx";

/** The customers: of the provider, or of the distributor whose book it is. */
export function Screen() {
  const say = useSay();
  const may = useMay("admin");
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const add = may && <Button onClick={() => setAdding(true)}>{say({ fr: "Ajouter un client", en: "Add a customer" })}</Button>;
  return (
    <Page title={say({ fr: "Clients", en: "Customers" })} actions={add}>
      <BookList
        kind="customer"
        to="/customers/$tenant"
        empty={
          <Empty title={say({ fr: "Pas encore de client.", en: "No customer yet." })}>
            {may
              ? say({
                  fr: "Ajoutez le premier ; vous composerez ensuite son contrat, qu'il acceptera dans ses versions exactes.",
                  en: "Add the first one; then compose its contract, which it will accept in its exact versions.",
                })
              : say({
                  fr: "Le prestataire inscrit les clients ; ceux qui achètent par vous apparaissent ici.",
                  en: "The provider registers customers; those who buy through you appear here.",
                })}
          </Empty>
        }
      />
      {adding && (
        <AddTenant
          kind="customer"
          close={() => setAdding(false)}
          added={(tenant) => void navigate({ to: "/customers/$tenant", params: { tenant } })}
        />
      )}
    </Page>
  );
}
