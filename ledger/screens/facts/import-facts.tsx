import { Button, FileButton, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { lineOf, type Row, rowsIn } from "./rows.ts";
import styles from "./facts.module.css";

const SHOWN = 300;

/** Many facts at once: a table or lines of JSON. Bad rows are named beside the good ones, which are kept. */
export function ImportFacts({ contract, close }: { contract: string; close: () => void }) {
  const say = useSay();
  const [text, setText] = useState("");
  const rows = rowsIn(text);
  const good = rows.filter(({ fact }) => fact !== undefined);
  const send = useImport(contract, good);
  const fates = send.data && fatesOf(send.data, good);
  async function take(file: File | null): Promise<void> {
    if (!file) return;
    send.reset();
    setText(await file.text());
  }
  const badRows = fates ? rows.filter(({ line, wrong }) => wrong !== undefined || fates.get(line)?.error !== undefined) : [];
  return (
    <Dialog title={say({ fr: "Importer des faits", en: "Import facts" })} open close={close} held={text !== ""}>
      <p>
        {say({
          fr: "Un tableau (CSV) dont la première ligne nomme les colonnes : kind, occurred, subject, id, by, et les champs du fait ; ou un fait JSON par ligne. Sans « id », un fait envoyé deux fois compterait deux fois : chaque ligne en veut un.",
          en: "A table (CSV) whose first line names the columns: kind, occurred, subject, id, by, and the fact's fields; or one JSON fact a line. Without an `id`, a fact sent twice would count twice: each row wants one.",
        })}
      </p>
      <FileButton onChange={(file) => void take(file)} accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,application/x-ndjson">
        {(props) => (
          <Button variant="default" {...props}>
            {say({ fr: "Choisir un fichier", en: "Choose a file" })}
          </Button>
        )}
      </FileButton>
      <Textarea
        mt="sm"
        label={say({ fr: "Ou coller ici", en: "Or paste here" })}
        value={text}
        minRows={4}
        maxRows={8}
        autosize
        spellCheck={false}
        classNames={{ input: styles.pasted! }}
        onChange={(event) => {
          send.reset();
          setText(event.currentTarget.value);
        }}
      />
      {rows.length > 0 && (
        <>
          <p role="status" className={styles.summary}>
            {send.data
              ? say(
                  {
                    fr: "{recorded} enregistrés, {known} déjà connus, {bad} à corriger.",
                    en: "{recorded} recorded, {known} known before, {bad} to be corrected.",
                  },
                  { recorded: send.data.recorded, known: send.data.known, bad: badRows.length },
                )
              : say(
                  { fr: "{rows} lignes lues, dont {bad} illisibles.", en: "{rows} rows read, {bad} of them unreadable." },
                  { rows: rows.length, bad: rows.length - good.length },
                )}
          </p>
          <Rows
            rows={(badRows.length > 0 ? [...badRows, ...rows.filter((row) => !badRows.includes(row))] : rows).slice(0, SHOWN)}
            fates={fates}
          />
        </>
      )}
      <Trouble error={send.error} />
      <Choices>
        <Button variant="default" onClick={close}>
          {send.data ? say({ fr: "Fermer", en: "Close" }) : say({ fr: "Annuler", en: "Cancel" })}
        </Button>
        {!send.data && (
          <Button disabled={good.length === 0} loading={send.isPending} onClick={() => send.mutate()}>
            {say({ fr: "Énoncer {many} faits", en: "State {many} facts" }, { many: good.length })}
          </Button>
        )}
      </Choices>
    </Dialog>
  );
}

interface Fate {
  entry?: number;
  again?: boolean;
  error?: string;
}

function Rows({ rows, fates }: { rows: readonly Row[]; fates: ReadonlyMap<number, Fate> | undefined }) {
  const say = useSay();
  const wrongs = {
    "not-json": say({ fr: "Ce n'est pas un fait en JSON.", en: "This is no fact in JSON." }),
    columns: say({ fr: "Plus de cellules que de colonnes nommées.", en: "More cells than columns were named." }),
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say({ fr: "Lignes", en: "Rows" })}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{say({ fr: "Ligne", en: "Row" })}</th>
            <th scope="col">{say({ fr: "Fait", en: "Fact" })}</th>
            <th scope="col">{say({ fr: "Sort", en: "Fate" })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, fact, wrong }) => {
            const fate = fates?.get(line);
            const error = wrong === undefined ? fate?.error : wrongs[wrong];
            return (
              <tr key={line} data-bad={error !== undefined}>
                <td>{line}</td>
                <td>
                  {textOf(fact?.["kind"])} {textOf(fact?.["subject"])}
                </td>
                <td>
                  {error !== undefined && `✗ ${error}`}
                  {error === undefined &&
                    fate?.entry !== undefined &&
                    (fate.again ? say({ fr: "✓ connu déjà", en: "✓ known before" }) : say({ fr: "✓ enregistré", en: "✓ recorded" }))}
                  {error === undefined && fate === undefined && say({ fr: "à envoyer", en: "to be sent" })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

interface Answer {
  entries: { line: number; entry: number; again: boolean }[];
  errors: { place: string; detail: string }[];
}

/** What became of each row, by its line in the file. The server counts the lines that it was sent. */
function fatesOf({ entries, errors }: Answer, sent: readonly Row[]): Map<number, Fate> {
  const fates = new Map<number, Fate>();
  const put = (line: number | undefined, fate: Fate) => {
    const row = line === undefined ? undefined : sent[line - 1];
    if (row) fates.set(row.line, fate);
  };
  for (const { line, entry, again } of entries) put(line, { entry, again });
  for (const { place, detail } of errors) put(lineOf(place), { error: detail });
  return fates;
}

function useImport(contract: string, rows: readonly Row[]) {
  const server = useServer();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const body = rows.map(({ fact }) => JSON.stringify(fact)).join("\n");
      const { data } = await server.POST("/api/v1/contracts/{contract}/facts/batch", {
        params: { path: { contract } },
        body,
        bodySerializer: (text) => text,
        headers: { "Content-Type": "application/x-ndjson" },
      });
      return data!;
    },
    onSuccess: () => {
      for (const key of ["facts", "contract", "today", "due"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
