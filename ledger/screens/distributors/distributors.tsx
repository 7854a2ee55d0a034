import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Empty } from "#web/kit/empty.tsx";
import { Page } from "#web/kit/page.tsx";
import { useMay } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { AddTenant } from "../customers/add-tenant.tsx";
import { BookList } from "../customers/book-list.tsx";

/** The distributors through whom customers buy. */
export function Screen() {
  const say = useSay();
  const may = useMay("admin");
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const add = may && <Button onClick={() => setAdding(true)}>{say({ fr: "Ajouter un distributeur", en: "Add a distributor" })}</Button>;
  return (
    <Page title={say({ fr: "Distributeurs", en: "Distributors" })} actions={add}>
      <BookList
        kind="distributor"
        to="/distributors/$tenant"
        empty={
          <Empty title={say({ fr: "Pas de distributeur.", en: "No distributor." })}>
            {say({
              fr: "Un distributeur compose des contrats pour les clients qui achètent par lui ; il ne voit que ceux-là.",
              en: "A distributor composes contracts for the customers who buy through it; it sees those only.",
            })}
          </Empty>
        }
      />
      {adding && (
        <AddTenant
          kind="distributor"
          close={() => setAdding(false)}
          added={(tenant) => void navigate({ to: "/distributors/$tenant", params: { tenant } })}
        />
      )}
    </Page>
  );
}
