import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { Question } from "#web/kit/question.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { type Say, useSay } from "#web/kit/words/language.tsx";
import { type EventName, events, eventWords } from "./event-words.ts";
import { KeySecret } from "./key-secret.tsx";

/** Adds an address that is told of events, and shows the secret that signs what it is told. */
export function MakeWebhook({ close }: { close: () => void }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const { tenant } = useSpace().here;
  const [all, setAll] = useState(true);
  const [wanted, setWanted] = useState<EventName[]>([]);
  const make = useMutation({
    mutationFn: async (url: string) => {
      const body = { url: url.trim(), events: all ? (["*"] as const).slice() : wanted };
      return (await server.POST("/api/v1/tenants/{tenant}/webhooks", { params: { path: { tenant } }, body })).data!;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["webhooks"] }),
  });
  const form = useForm(
    { url: "", events: "" },
    ({ url }) => ({
      url: wrongUrl(url, say),
      events: all || wanted.length > 0 ? undefined : say({ fr: "Choisissez au moins un événement.", en: "Choose one event at least." }),
    }),
    make.error,
  );
  if (make.data) return <KeySecret name={make.data.url} secret={make.data.secret} close={close} />;
  return (
    <Dialog title={say({ fr: "Ajouter un webhook", en: "Add a webhook" })} open close={close}>
      <form onSubmit={form.submit(({ url }) => make.mutate(url))} noValidate>
        <Trouble error={form.trouble} />
        <TextInput
          {...form.field("url")}
          type="url"
          inputMode="url"
          label={say({ fr: "Adresse appelée", en: "Address to call" })}
          placeholder="https://"
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Question beside legend={say({ fr: "Ce qu'il apprend", en: "What it hears of" })} error={form.field("events").error}>
          <Checkbox
            name="events"
            label={say(eventWords("*"))}
            checked={all}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
            style={{ gridColumn: "1 / -1" }}
          />
          {!all &&
            events.map((event) => (
              <Checkbox
                key={event}
                name="events"
                label={say(eventWords(event))}
                checked={wanted.includes(event)}
                onChange={({ currentTarget }) => {
                  setWanted(currentTarget.checked ? [...wanted, event] : wanted.filter((one) => one !== event));
                  form.set("events", "");
                }}
              />
            ))}
        </Question>
        <Choices>
          <Button variant="default" onClick={close}>
            {say({ fr: "Annuler", en: "Cancel" })}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {say({ fr: "Ajouter", en: "Add" })}
          </Button>
        </Choices>
      </form>
    </Dialog>
  );
}

function wrongUrl(url: string, say: Say): string | undefined {
  const parsed = URL.parse(url.trim());
  return parsed !== null && /^https?:$/.test(parsed.protocol)
    ? undefined
    : say({ fr: "Une adresse complète, qui commence par https://.", en: "A whole address, which begins with https://." });
}
