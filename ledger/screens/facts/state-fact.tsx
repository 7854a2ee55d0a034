import { Button, NativeSelect, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { FactField } from "./field.tsx";
import { type FactKind, speakersOf, statable } from "./fact.ts";
import { answerOf, instantOf, localOf } from "./fields.ts";
import { Outcome } from "./outcome.tsx";
import { partySaid } from "./words.ts";
import styles from "./facts.module.css";

interface Stating {
  contract: string;
  kinds: readonly FactKind[];
  common: Readonly<Record<string, string>>;
  subjects: readonly string[];
  close: () => void;
}

/** States one fact: what happened, to what, when, and what its kind wants to know. */
export function StateFact({ contract, kinds, common, subjects, close }: Stating) {
  const { language, say } = useLanguage();
  const { here } = useSpace();
  const [name, setName] = useState<string | null>(null);
  const [by, setBy] = useState("");
  const [subject, setSubject] = useState("");
  const [occurred, setOccurred] = useState(() => localOf(Date.now()));
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const state = useStating(contract);
  const offered = statable(here.kind, kinds);
  const kind = offered.find((one) => one.kind === name);
  const speakers = kind ? speakersOf(here.kind, kind) : [];
  const options = (heard: boolean) =>
    offered
      .filter((one) => one.heard === heard)
      .map((one) => ({ value: one.kind, label: one.words[language] }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const optional = kind ? Object.entries({ ...kind.optional, ...common }).filter(([field]) => !(field in kind.fields)) : [];
  const fieldOf = ([field, type]: [string, string], required: boolean) => (
    <FactField
      key={field}
      name={field}
      type={type}
      required={required}
      value={answers[field] ?? ""}
      change={(value) => setAnswers({ ...answers, [field]: value })}
    />
  );

  function send(event: FormEvent): void {
    event.preventDefault();
    if (!kind) return;
    const types = { ...common, ...kind.optional, ...kind.fields };
    const fields = Object.entries(answers).flatMap(([field, text]): [string, unknown][] => {
      const answer = field in types ? answerOf(types[field]!, text) : undefined;
      return answer === undefined ? [] : [[field, answer]];
    });
    state.mutate({
      kind: kind.kind,
      occurred: instantOf(occurred),
      ...(subject.trim() !== "" && { subject: subject.trim() }),
      ...(by !== "" && speakers.includes(by) && { by }),
      fields: Object.fromEntries(fields),
    });
  }

  return (
    <Dialog title={say({ fr: "Énoncer un fait", en: "State a fact" })} open close={close} held={name !== null && !state.data}>
      {state.data ? (
        <>
          <Outcome outcome={state.data.outcome} items={state.data.items} />
          <Choices>
            <Button variant="default" onClick={() => (state.reset(), setAnswers({}))}>
              {say({ fr: "En énoncer un autre", en: "State another" })}
            </Button>
            <Button onClick={close}>{say({ fr: "Fermer", en: "Close" })}</Button>
          </Choices>
        </>
      ) : (
        <form onSubmit={send}>
          <Select
            label={say({ fr: "Que s'est-il passé ?", en: "What happened?" })}
            placeholder={say({ fr: "Chercher : incident, facture, résiliation…", en: "Search: incident, invoice, termination…" })}
            searchable
            required
            value={name}
            onChange={setName}
            nothingFoundMessage={say({ fr: "Rien de ce nom.", en: "Nothing of that name." })}
            maxDropdownHeight={320}
            data={[
              { group: say({ fr: "Ce qu'une clause attend", en: "What a clause waits for" }), items: options(true) },
              { group: say({ fr: "Autres faits", en: "Other facts" }), items: options(false) },
            ]}
          />
          {kind && (
            <>
              <TextInput
                label={say({ fr: "À propos de quoi", en: "About what" })}
                description={say({
                  fr: "Un incident, une facture, une personne ; vide : le contrat entier.",
                  en: "An incident, an invoice, a person; empty: the whole contract.",
                })}
                value={subject}
                maxLength={200}
                onChange={(event) => setSubject(event.currentTarget.value)}
                list="known-subjects"
              />
              <datalist id="known-subjects">
                {subjects.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
              <div className={styles.pair}>
                <TextInput
                  type="datetime-local"
                  label={say({ fr: "Quand", en: "When" })}
                  required
                  value={occurred}
                  onChange={(event) => setOccurred(event.currentTarget.value)}
                />
                {speakers.length > 1 && (
                  <NativeSelect
                    label={say({ fr: "De la part de", en: "On behalf of" })}
                    value={by !== "" && speakers.includes(by) ? by : speakers.includes(here.kind) ? here.kind : speakers[0]!}
                    onChange={(event) => setBy(event.currentTarget.value)}
                    data={speakers.map((one) => ({ value: one, label: say(partySaid(one)) }))}
                  />
                )}
              </div>
              {Object.entries(kind.fields).map((field) => fieldOf(field, true))}
              {optional.length > 0 && (
                <details className={styles.more} key={kind.kind}>
                  <summary>{say({ fr: "Préciser davantage", en: "Say more" })}</summary>
                  <div className={styles.fields}>{optional.map((field) => fieldOf(field, false))}</div>
                </details>
              )}
            </>
          )}
          <Trouble error={state.error} />
          <Choices>
            <Button variant="default" onClick={close}>
              {say({ fr: "Annuler", en: "Cancel" })}
            </Button>
            <Button type="submit" disabled={!kind} loading={state.isPending}>
              {say({ fr: "Énoncer", en: "State" })}
            </Button>
          </Choices>
        </form>
      )}
    </Dialog>
  );
}

/** The id stays while the form does, so that a fact sent twice counts once. */
function useStating(contract: string) {
  const server = useServer();
  const queries = useQueryClient();
  const [id, setId] = useState(newId);
  return useMutation({
    mutationFn: async (fact: { kind: string; occurred: string; subject?: string; by?: string; fields: Record<string, unknown> }) => {
      const { data } = await server.POST("/api/v1/contracts/{contract}/facts", { params: { path: { contract } }, body: { id, ...fact } });
      return data!;
    },
    onSuccess: () => {
      setId(newId());
      for (const key of ["facts", "contract", "today", "due"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

function newId(): string {
  return `screen-${crypto.randomUUID().slice(0, 13)}`;
}
