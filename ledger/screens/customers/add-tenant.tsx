import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { readBook } from "./book.ts";

interface Adding {
  kind: "customer" | "distributor";
  close: () => void;
  added: (tenant: string) => void;
}

const titles = {
  customer: { fr: "Ajouter un client", en: "Add a customer" },
  distributor: { fr: "Ajouter un distributeur", en: "Add a distributor" },
} as const;

/** Registers a customer or a distributor. */
export function AddTenant({ kind, close, added }: Adding) {
  const { say } = useLanguage();
  const server = useServer();
  const queries = useQueryClient();
  const [attempt] = useState(() => crypto.randomUUID());
  const distributors = useQuery({
    queryKey: ["book", "every distributor"],
    queryFn: () => readBook(server, { kind: "distributor", limit: 200 }),
    enabled: kind === "customer",
  });
  const add = useMutation({
    mutationFn: async (values: { name: string; distributor: string }) => {
      const body = { kind, name: values.name.trim(), ...(values.distributor !== "" && { distributor: values.distributor }) };
      const { data } = await server.POST("/api/v1/tenants", {
        body,
        params: { header: { "Idempotency-Key": `${attempt}-${digest(body)}` } },
      });
      return data!;
    },
    onSuccess: ({ tenant }) => {
      void queries.invalidateQueries({ queryKey: ["book"] });
      added(tenant);
    },
  });
  const form = useForm(
    { name: "", distributor: "" },
    ({ name }) => ({ name: missing(name, say({ fr: "Le nom manque.", en: "The name is missing." })) }),
    add.error,
  );
  const known = distributors.data?.items ?? [];
  return (
    <Dialog title={say(titles[kind])} open close={close}>
      <form onSubmit={form.submit((values) => add.mutate(values))} noValidate>
        <TextInput
          {...form.field("name")}
          label={say({ fr: "Nom", en: "Name" })}
          description={say({ fr: "Comme il figure au contrat.", en: "As it stands in the contract." })}
          data-autofocus
          autoComplete="organization"
        />
        {kind === "customer" && known.length > 0 && (
          <NativeSelect
            label={say({ fr: "Distributeur", en: "Distributor" })}
            description={say({ fr: "Il verra ce client et ses contrats.", en: "It will see this customer and its contracts." })}
            value={form.values.distributor}
            onChange={(event) => form.set("distributor", event.currentTarget.value)}
            data={[
              { value: "", label: say({ fr: "Aucun : client direct", en: "None: a direct customer" }) },
              ...known.map(({ tenant, name }) => ({ value: tenant, label: name })),
            ]}
          />
        )}
        <Trouble error={form.trouble} />
        <Choices>
          <Button variant="default" onClick={close}>
            {say({ fr: "Annuler", en: "Cancel" })}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {say({ fr: "Ajouter", en: "Add" })}
          </Button>
        </Choices>
      </form>
    </Dialog>
  );
}

/** Tells one body from another, in characters that a header takes: the same form sent twice is done once. */
function digest(body: object): string {
  let sum = 0;
  for (const one of JSON.stringify(body)) sum = (sum * 31 + one.codePointAt(0)!) % 2_147_483_647;
  return sum.toString(36);
}
