import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useServer } from "#web/kit/server.tsx";
import { useMay } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { AddTenant } from "../customers/add-tenant.tsx";
import { readBook } from "../customers/book.ts";
import styles from "./new-contract.module.css";

/** For whom the contract is: one of the customers in reach, or a new one. */
export function CustomerChoice({ tenant, choose }: { tenant: string; choose: (tenant: string) => void }) {
  const say = useSay();
  const server = useServer();
  const may = useMay("admin");
  const [adding, setAdding] = useState(false);
  const found = useQuery({ queryKey: ["book", "every customer"], queryFn: () => everyCustomer(server) });
  return (
    <div className={styles.customer}>
      <NativeSelect
        label={say({ fr: "Client", en: "Customer" })}
        required
        value={tenant}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[{ value: "", label: "—" }, ...(found.data ?? []).map((one) => ({ value: one.tenant, label: one.name }))]}
      />
      {may && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {say({ fr: "Nouveau client", en: "New customer" })}
        </Button>
      )}
      <Trouble error={found.error} again={() => void found.refetch()} />
      {adding && (
        <AddTenant
          kind="customer"
          close={() => setAdding(false)}
          added={(made) => {
            setAdding(false);
            choose(made);
          }}
        />
      )}
    </div>
  );
}

const MOST = 2000;

async function everyCustomer(server: Parameters<typeof readBook>[0]) {
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await readBook(server, { kind: "customer", limit: 200, ...(cursor !== undefined && { cursor }) });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && all.length < MOST);
  return all;
}
