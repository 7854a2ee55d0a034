import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Done } from "#web/kit/done.tsx";
import { Fields } from "#web/kit/fields.tsx";
import { useForm } from "#web/kit/form.ts";
import { Section } from "#web/kit/section.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { changeSelf } from "./asked.ts";

/** How one is called, and in which language one is written to. */
export function Myself() {
  const { language, say } = useLanguage();
  const { person } = useSpace();
  const queries = useQueryClient();
  const ask = useAsk();
  const change = useMutation({
    mutationFn: (self: { name: string; language: string }) => changeSelf(ask, self.name.trim(), self.language),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["me"] }),
  });
  const form = useForm(
    { name: person.name, language: person.language ?? language },
    ({ name }) => ({ name: missing(name, say({ fr: "Votre nom manque.", en: "Your name is missing." })) }),
    change.error,
  );
  return (
    <Section
      title={say({ fr: "Vous", en: "You" })}
      lead={say({
        fr: "Votre nom, tel que le voient les membres de vos espaces. Les contrats et leurs preuves ne le portent jamais.",
        en: "Your name, as members of your spaces see it. Contracts and their proofs never carry it.",
      })}
    >
      <Fields onSubmit={form.submit((self) => change.mutate(self))}>
        <Trouble error={form.trouble} />
        <TextInput
          {...form.field("name")}
          label={say({ fr: "Nom", en: "Name" })}
          autoComplete="name"
          maxLength={200}
          required
          withAsterisk={false}
        />
        <Select
          label={say({ fr: "Langue de vos messages", en: "Language of your messages" })}
          name="language"
          value={form.values.language}
          onChange={(chosen) => form.set("language", chosen ?? language)}
          allowDeselect={false}
          data={[
            { value: "fr", label: "Français" },
            { value: "en", label: "English" },
          ]}
        />
        <Button type="submit" variant="default" loading={change.isPending}>
          {say({ fr: "Enregistrer", en: "Save" })}
        </Button>
        <Done when={change.isSuccess}>{say({ fr: "Enregistré.", en: "Saved." })}</Done>
      </Fields>
    </Section>
  );
}
