import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { FactField } from "./field.tsx";
import type { FactKind, Told } from "./fact.ts";
import { answerOf, instantOf, localOf } from "./fields.ts";
import { Outcome } from "./outcome.tsx";
import styles from "./facts.module.css";

interface Changing {
  contract: string;
  told: Told;
  how: "correct" | "withdraw";
  kind: FactKind | undefined;
  close: () => void;
}

/** Corrects a fact or withdraws it. Both stay in the log: the past is worked out again, and what was said before stays readable. */
export function ChangeFact({ contract, told, how, kind, close }: Changing) {
  const say = useSay();
  const before = Object.fromEntries(Object.entries(told.fields).map(([field, value]) => [field, shownAs(kind, field, value)]));
  const [occurred, setOccurred] = useState(() => localOf(Date.parse(told.occurred)));
  const [subject, setSubject] = useState(told.subject);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(before);
  const change = useChange(contract);
  const types = { ...kind?.optional, ...kind?.fields };

  const changed = Object.entries(answers).filter(([field, text]) => text !== (before[field] ?? "") && field in types);
  const moved = occurred !== localOf(Date.parse(told.occurred));
  const renamed = subject.trim() !== told.subject;
  const same = how === "correct" && changed.length === 0 && !moved && !renamed;

  function send(event: FormEvent): void {
    event.preventDefault();
    if (how === "withdraw") return change.mutate({ kind: "fact.withdrawn", fields: { target: told.name } });
    const fields = Object.fromEntries(changed.map(([field, text]) => [field, answerOf(types[field]!, text)]));
    change.mutate({
      kind: "fact.corrected",
      fields: {
        target: told.name,
        ...(Object.keys(fields).length > 0 && { fields }),
        ...(moved && { occurred: instantOf(occurred) }),
        ...(renamed && { subject: subject.trim() }),
      },
    });
  }

  const title =
    how === "correct" ? say({ fr: "Corriger ce fait", en: "Correct this fact" }) : say({ fr: "Retirer ce fait", en: "Withdraw this fact" });
  return (
    <Dialog title={title} open close={close}>
      {change.data ? (
        <>
          <Outcome outcome={change.data.outcome} items={change.data.items} />
          <Choices>
            <Button onClick={close}>{say({ fr: "Fermer", en: "Close" })}</Button>
          </Choices>
        </>
      ) : (
        <form onSubmit={send}>
          <p>
            {how === "correct"
              ? say({
                  fr: "Le fait d'origine reste au journal. Le contrat est relu avec la correction, et ce qui avait été dit avant reste lisible.",
                  en: "The fact as told stays in the log. The contract is read again with the correction, and what was said before stays readable.",
                })
              : say({
                  fr: "Le fait ne comptera plus, et rien ne le fera revivre ; le journal garde qu'il fut énoncé, et retiré.",
                  en: "The fact counts no more, and nothing revives it; the log keeps that it was stated, and withdrawn.",
                })}
          </p>
          {how === "correct" && (
            <>
              <div className={styles.pair}>
                <TextInput
                  type="datetime-local"
                  required
                  label={say({ fr: "Quand", en: "When" })}
                  value={occurred}
                  onChange={(event) => setOccurred(event.currentTarget.value)}
                />
                <TextInput
                  required
                  label={say({ fr: "À propos de quoi", en: "About what" })}
                  value={subject}
                  onChange={(event) => setSubject(event.currentTarget.value)}
                />
              </div>
              {Object.entries(types)
                .filter(([field]) => field in told.fields || (kind && field in kind.fields))
                .map(([field, type]) => (
                  <FactField
                    key={field}
                    name={field}
                    type={type}
                    required={false}
                    value={answers[field] ?? ""}
                    change={(value) => setAnswers({ ...answers, [field]: value })}
                  />
                ))}
            </>
          )}
          <Trouble error={change.error} />
          <Choices>
            <Button variant="default" onClick={close}>
              {say({ fr: "Annuler", en: "Cancel" })}
            </Button>
            <Button type="submit" disabled={same} loading={change.isPending} {...(how === "withdraw" && { color: "missed" })}>
              {how === "correct" ? say({ fr: "Corriger", en: "Correct" }) : say({ fr: "Retirer", en: "Withdraw" })}
            </Button>
          </Choices>
        </form>
      )}
    </Dialog>
  );
}

function shownAs(kind: FactKind | undefined, field: string, value: unknown): string {
  const type = kind?.fields[field] ?? kind?.optional[field];
  if (type === "instant" && typeof value === "string") return localOf(Date.parse(value));
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" && value !== null
    ? Object.entries(value)
        .map(([address, one]) => `${address}: ${String(one)}`)
        .join("\n")
    : String(value);
}

function useChange(contract: string) {
  const server = useServer();
  const queries = useQueryClient();
  const [id] = useState(() => `screen-${crypto.randomUUID().slice(0, 13)}`);
  return useMutation({
    mutationFn: async (fact: { kind: string; fields: Record<string, unknown> }) =>
      (await server.POST("/api/v1/contracts/{contract}/facts", { params: { path: { contract } }, body: { id, ...fact } })).data!,
    onSuccess: () => {
      for (const key of ["facts", "contract", "today", "due"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
