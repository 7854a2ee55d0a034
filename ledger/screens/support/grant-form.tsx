import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Done } from "#web/kit/done.tsx";
import { useForm } from "#web/kit/form.ts";
import { Section } from "#web/kit/section.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay, type Words } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { Refusal } from "../acting/refusal.tsx";
import { newMark, useTell } from "../acting/use-tell.ts";
import { personMark } from "./asked-access.ts";
import styles from "./support.module.css";

const HOUR = 3_600_000;

/** How long an access may last, in hours: long enough to help, short enough to be remembered. */
const lengths: readonly [number, Words][] = [
  [2, { fr: "2 heures", en: "2 hours" }],
  [8, { fr: "8 heures", en: "8 hours" }],
  [24, { fr: "24 heures", en: "24 hours" }],
  [72, { fr: "3 jours", en: "3 days" }],
  [168, { fr: "une semaine", en: "a week" }],
];

const noScope: Words = {
  fr: "Dites sur quoi : sans objet, l'accès n'ouvre rien.",
  en: "Say to what: without a scope the access opens nothing.",
};

/** Lets one person in, to one thing, until an instant: `at` is the contract's present. A link from support fills in who and what. */
export function GrantForm({ contract, at }: { contract: string; at: string }) {
  const say = useSay();
  const asked = useSearch({ strict: false }) as { person?: unknown; name?: unknown; scope?: unknown };
  const send = useTell(contract);
  const [hours, setHours] = useState("8");
  const form = useForm(
    { person: textOf(asked.person), name: textOf(asked.name), scope: textOf(asked.scope) },
    ({ person, scope }) => ({
      person: missing(person, say({ fr: "Il manque son repère : demandez-le-lui.", en: "Their mark is missing: ask them for it." })),
      scope: missing(scope, say(noScope)),
    }),
    send.error,
  );
  function grant({ person, name, scope }: Record<"person" | "name" | "scope", string>): void {
    const until = new Date(Date.parse(at) + Number(hours) * HOUR).toISOString();
    const mark = person.trim();
    send.mutate({
      kind: "access.granted",
      subject: newMark("g"),
      by: "administrator",
      fields: { until, person: mark, scope: scope.trim() },
      ...(name.trim() !== "" && { personal: { note: { person: personMark(mark), text: name.trim() } } }),
    });
  }
  return (
    <Section
      title={say({ fr: "Accorder un accès", en: "Grant access" })}
      lead={say({
        fr: "À une personne, sur une chose, pour un temps. Vous pouvez le retirer à tout instant.",
        en: "To one person, to one thing, for a time. You can revoke it at any instant.",
      })}
    >
      <form className={styles.form} noValidate onSubmit={form.submit(grant)}>
        <TextInput
          {...form.field("person")}
          label={say({ fr: "Repère de la personne", en: "The person's mark" })}
          description={say({
            fr: "Celui qu'elle vous a donné avec sa demande : il ne la nomme que pour le journal.",
            en: "The one they gave with their request: it names them for the log only.",
          })}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <TextInput
          {...form.field("name")}
          label={say({ fr: "Son nom, pour vous", en: "Their name, for you" })}
          description={say({ fr: "Gardé à part du journal.", en: "Kept apart from the log." })}
          autoComplete="off"
        />
        <TextInput
          {...form.field("scope")}
          label={say({ fr: "Sur quoi", en: "To what" })}
          placeholder={say({ fr: "les noms des titulaires d'accès", en: "the names of seat holders" })}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <NativeSelect
          size="md"
          label={say({ fr: "Pour combien de temps", en: "For how long" })}
          value={hours}
          onChange={({ currentTarget }) => setHours(currentTarget.value)}
          data={lengths.map(([value, words]) => ({ value: String(value), label: say(words) }))}
        />
        <Trouble error={form.trouble} />
        {send.data?.refused && <Refusal reasons={send.data.reasons} />}
        <Button type="submit" loading={send.isPending}>
          {say({ fr: "Accorder l'accès", en: "Grant access" })}
        </Button>
        <Done when={send.data?.refused === false}>{say({ fr: "L'accès est accordé.", en: "Access is granted." })}</Done>
      </form>
    </Section>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
