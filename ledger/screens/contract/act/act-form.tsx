import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { formatInstant } from "#kernel/time/instant.ts";
import type { Zone } from "#kernel/time/zone.ts";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { Act } from "../life/acts.ts";
import type { AskLife } from "../life/use-worker.ts";
import { toInput } from "../time/local.ts";
import { Field } from "./field.tsx";
import { Foresight } from "./foresight.tsx";
import { isComplete, sourceOf, statedBy, type Filled } from "./stated.ts";
import { useDone } from "./done.ts";
import styles from "./acts.module.css";

interface Asked {
  contract: string;
  act: Act;
  ask: AskLife;
  zone: Zone;
  now: number;
  close: () => void;
}

/** A form for one fact: what it will change is shown before anything is sent. */
export function ActForm({ contract, act, ask, zone, now, close }: Asked) {
  const { language, say } = useLanguage();
  const { kind } = useSpace().here;
  const server = useServer();
  const queries = useQueryClient();
  const { tell } = useDone();
  const [id] = useState(() => `console-${crypto.randomUUID()}`);
  const [filled, setFilled] = useState<Filled>(() => ({
    by: act.by[0]!.value,
    form: act.form?.choices[0]?.value ?? "",
    occurred: "",
    fields: {},
  }));
  const stated = useMemo(() => statedBy(act, filled, id, zone), [act, filled, id, zone]);
  const [settled] = useDebouncedValue(stated, 250);
  const complete = isComplete(act, filled);
  const foreseen = useQuery({
    queryKey: ["foresee", contract, settled, language],
    queryFn: () => {
      const fact = { ...settled, source: "scenario", occurred: settled.occurred ?? formatInstant(now), recorded: formatInstant(now) };
      return ask("foresee", { at: now, known: "now", now, language, fact: { ...fact } });
    },
    enabled: complete,
    placeholderData: (last) => last,
  });
  const send = useMutation({
    mutationFn: async () =>
      (await server.POST("/api/v1/contracts/{contract}/facts", { params: { path: { contract } }, body: stated })).data!,
    async onSuccess({ outcome }) {
      tell({ words: act.words, refused: outcome === "refused", target: `${sourceOf(kind)}:${id}` });
      close();
      await queries.invalidateQueries({ queryKey: ["contract", contract, "standing"] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (complete) send.mutate();
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.purpose}>
        <strong>{act.words}</strong>
        {act.subject !== "contract" && ` · ${act.subject}`}
        <br />
        {act.purpose}
      </p>
      {act.by.length > 1 && (
        <NativeSelect
          size="sm"
          label={say({ fr: "De la part de", en: "On behalf of" })}
          value={filled.by}
          onChange={({ currentTarget: { value } }) => setFilled({ ...filled, by: value })}
          data={act.by.map(({ value, words }) => ({ value, label: words }))}
        />
      )}
      {act.form && (
        <NativeSelect
          size="sm"
          label={say({ fr: "Forme", en: "Form" })}
          description={
            act.form.asked === undefined ? undefined : say({ fr: "demandée : {form}", en: "asked for: {form}" }, { form: act.form.asked })
          }
          value={filled.form}
          onChange={({ currentTarget: { value } }) => setFilled({ ...filled, form: value })}
          data={act.form.choices.map(({ value, words }) => ({ value, label: words }))}
        />
      )}
      {act.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={filled.fields[field.name] ?? ""}
          change={(value) => setFilled((last) => ({ ...last, fields: { ...last.fields, [field.name]: value } }))}
        />
      ))}
      <TextInput
        size="sm"
        type="datetime-local"
        label={say({ fr: "Survenu le", en: "Happened" })}
        description={say(
          { fr: "vide : maintenant ; à l'heure du contrat ({zone})", en: "empty: now; by the contract's clock ({zone})" },
          { zone: zone.name },
        )}
        max={toInput(now, zone)}
        value={filled.occurred}
        onChange={({ currentTarget: { value } }) => setFilled({ ...filled, occurred: value })}
      />
      {complete && foreseen.data && <Foresight foreseen={foreseen.data} />}
      {send.error && <Trouble error={send.error} />}
      <div className={styles.choices}>
        <Button variant="default" size="sm" onClick={close}>
          {say({ fr: "Annuler", en: "Cancel" })}
        </Button>
        <Button type="submit" size="sm" disabled={!complete} loading={send.isPending}>
          {say({ fr: "Enregistrer", en: "Record" })}
        </Button>
      </div>
    </form>
  );
}
