import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Done } from "#web/kit/done.tsx";
import { useForm } from "#web/kit/form.ts";
import { Section } from "#web/kit/section.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { When } from "../acting/when.tsx";
import type { Access } from "./access-words.ts";
import { AskForAccess } from "./ask-for-access.tsx";
import styles from "./support.module.css";

/** For support: in under the grant that names who looks, saying what for; or the words by which to ask for one. */
export function Enter({ contract, access }: { contract: string; access: Access }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const grant = access.grants.find(({ subject }) => subject === access.mine);
  const enter = useMutation({
    mutationFn: async ({ what, entry }: { what: string; entry: string }) => {
      const body = { what: what.trim(), ...(entry.trim() !== "" && { entry: Number(entry) }) };
      const { data } = await server.POST("/api/v1/contracts/{contract}/support-access/uses", { params: { path: { contract } }, body });
      return data!;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["contract", contract] }),
  });
  const form = useForm(
    { what: "", entry: "" },
    ({ what, entry }) => ({
      what: missing(what, say({ fr: "Dites ce que vous y faites.", en: "Say what you do there." })),
      entry: /^\d*$/.test(entry.trim())
        ? undefined
        : say({ fr: "Un numéro d'écriture, en chiffres.", en: "An entry's number, in figures." }),
    }),
    enter.error,
  );
  if (!grant) return <AskForAccess contract={contract} me={access.me} />;
  return (
    <Section
      title={say({ fr: "Entrer", en: "Enter" })}
      lead={
        <>
          {grant.scope}
          {grant.until !== undefined && (
            <>
              {say({ fr: " · jusqu'au ", en: " · until " })}
              <When at={grant.until} />
            </>
          )}
        </>
      }
    >
      <form className={styles.form} noValidate onSubmit={form.submit((values) => enter.mutate(values))}>
        <TextInput
          {...form.field("what")}
          label={say({ fr: "Ce que vous y faites", en: "What you do there" })}
          description={say({
            fr: "Inscrit avant toute lecture ; le client le verra.",
            en: "Recorded before anything is read; the customer will see it.",
          })}
          required
          withAsterisk={false}
        />
        <TextInput
          {...form.field("entry")}
          label={say({ fr: "Écriture du journal à lire", en: "Entry of the log to read" })}
          description={say({
            fr: "Son numéro, si vous lisez les textes sur une personne.",
            en: "Its number, if you read texts about a person.",
          })}
          inputMode="numeric"
        />
        <Trouble error={form.trouble} />
        <Button type="submit" loading={enter.isPending}>
          {say({ fr: "Inscrire et entrer", en: "Record and enter" })}
        </Button>
        <Done when={enter.isSuccess}>{say({ fr: "L'entrée est inscrite.", en: "The entry is recorded." })}</Done>
      </form>
      {enter.data?.texts && (
        <dl className={styles.texts}>
          {enter.data.texts.length === 0 && (
            <dd>{say({ fr: "Cette écriture n'a pas de texte sur une personne.", en: "This entry has no text about a person." })}</dd>
          )}
          {enter.data.texts.map(({ field, person, text }) => (
            <div key={field}>
              <dt>{person}</dt>
              <dd>{text ?? say({ fr: "effacé", en: "erased" })}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
