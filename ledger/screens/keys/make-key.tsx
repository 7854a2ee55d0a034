import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { Question } from "#web/kit/question.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { KeySecret } from "./key-secret.tsx";
import { type Scope, scopeWords } from "./scope-words.ts";

const DAY = 86_400_000;

/** Makes a key with rights that its maker has, and shows its secret once. */
export function MakeKey({ close }: { close: () => void }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const { tenant, scopes } = useSpace().here;
  const [wanted, setWanted] = useState<string[]>([]);
  const make = useMutation({
    mutationFn: async ({ name, days }: { name: string; days: string }) => {
      const expires = days === "" ? undefined : new Date(Date.now() + Number(days) * DAY).toISOString();
      const body = { name: name.trim(), scopes: wanted as Scope[], ...(expires !== undefined && { expires }) };
      return (await server.POST("/api/v1/tenants/{tenant}/keys", { params: { path: { tenant } }, body })).data!;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["keys"] }),
  });
  const form = useForm(
    { name: "", scopes: "", days: "365" },
    ({ name }) => ({
      name: missing(name, say({ fr: "Le nom manque.", en: "The name is missing." })),
      scopes: wanted.length === 0 ? say({ fr: "Choisissez au moins un droit.", en: "Choose one right at least." }) : undefined,
    }),
    make.error,
  );
  if (make.data) return <KeySecret name={make.data.name} secret={make.data.secret} close={close} />;
  return (
    <Dialog title={say({ fr: "Créer une clé", en: "Make a key" })} open close={close}>
      <form onSubmit={form.submit((values) => make.mutate(values))} noValidate>
        <Trouble error={form.trouble} />
        <TextInput
          {...form.field("name")}
          label={say({ fr: "Nom", en: "Name" })}
          description={say({ fr: "Le programme qui s'en servira.", en: "The program that will use it." })}
          maxLength={200}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Question beside legend={say({ fr: "Ce qu'elle permet", en: "What it allows" })} error={form.field("scopes").error}>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              label={say(scopeWords(scope))}
              checked={wanted.includes(scope)}
              onChange={({ currentTarget }) => {
                setWanted(currentTarget.checked ? [...wanted, scope] : wanted.filter((one) => one !== scope));
                form.set("scopes", "");
              }}
            />
          ))}
        </Question>
        <Select
          label={say({ fr: "Valable", en: "Good for" })}
          name="days"
          value={form.values.days}
          onChange={(days) => form.set("days", days ?? "")}
          allowDeselect={false}
          data={[
            { value: "90", label: say({ fr: "90 jours", en: "90 days" }) },
            { value: "365", label: say({ fr: "un an", en: "one year" }) },
            { value: "", label: say({ fr: "jusqu'à sa révocation", en: "until it is revoked" }) },
          ]}
        />
        <Choices>
          <Button variant="default" onClick={close}>
            {say({ fr: "Annuler", en: "Cancel" })}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {say({ fr: "Créer la clé", en: "Make the key" })}
          </Button>
        </Choices>
      </form>
    </Dialog>
  );
}
