import { Button, FileButton, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { type Fault, faultsIn } from "./problems.ts";
import styles from "./library.module.css";

/** Takes a text into the library; what cannot be used is told line by line, beside the text, to be mended there. */
export function AddDocument({ close }: { close: () => void }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const add = useMutation({
    mutationFn: async () => {
      const { data, response } = await server.POST("/api/v1/documents", {
        body: text,
        bodySerializer: (body) => body,
        headers: { "Content-Type": "text/markdown" },
      });
      return { pinned: data!, isNew: response.status === 201 };
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["documents"] }),
  });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  function offer(): void {
    const found = faultsIn(text, language);
    setFaults(found);
    if (found.length === 0) add.mutate();
  }
  async function take(file: File | null): Promise<void> {
    if (!file) return;
    add.reset();
    setFaults([]);
    setText(await file.text());
  }
  return (
    <Dialog title={say({ fr: "Ajouter un texte", en: "Add a text" })} open close={close} held={text !== "" && !add.data}>
      {add.data ? (
        <>
          <p role="status">
            {say(
              add.data.isNew
                ? { fr: "{id} {version} est dans la bibliothèque.", en: "{id} {version} is in the library." }
                : { fr: "{id} {version} y était déjà, mot pour mot.", en: "{id} {version} was there already, word for word." },
              { id: add.data.pinned.id, version: add.data.pinned.version },
            )}
          </p>
          <Choices>
            <Button onClick={close}>{say({ fr: "Fermer", en: "Close" })}</Button>
          </Choices>
        </>
      ) : (
        <>
          <FileButton onChange={(file) => void take(file)} accept=".md,text/markdown">
            {(props) => (
              <Button variant="default" {...props}>
                {say({ fr: "Choisir un fichier Markdown", en: "Choose a Markdown file" })}
              </Button>
            )}
          </FileButton>
          <Textarea
            mt="sm"
            label={say({ fr: "Le texte", en: "The text" })}
            value={text}
            autosize
            minRows={8}
            maxRows={16}
            spellCheck={false}
            classNames={{ input: styles.source! }}
            onChange={(event) => {
              add.reset();
              setText(event.currentTarget.value);
            }}
          />
          {faults.length > 0 && (
            <div role="alert" className={styles.faults}>
              <strong>
                {faults.length === 1
                  ? say({
                      fr: "Un point s'oppose à ce texte ; rien n'a été enregistré.",
                      en: "One thing is in the way of this text; nothing was recorded.",
                    })
                  : say(
                      {
                        fr: "{many} points s'opposent à ce texte ; rien n'a été enregistré.",
                        en: "{many} things are in the way of this text; nothing was recorded.",
                      },
                      { many: faults.length },
                    )}
              </strong>
              <ol>
                {faults.map(({ line, words }) => (
                  <li key={`${line} ${words}`}>
                    {line > 0 && <span className={styles.line}>{say({ fr: "ligne {line}", en: "line {line}" }, { line })}</span>} {words}
                    {quoted(text, line) !== "" && <code className={styles.quoted}>{quoted(text, line)}</code>}
                  </li>
                ))}
              </ol>
            </div>
          )}
          <Trouble error={add.error} />
          <Choices>
            <Button variant="default" onClick={close}>
              {say({ fr: "Annuler", en: "Cancel" })}
            </Button>
            <Button disabled={text.trim() === ""} loading={add.isPending} onClick={offer}>
              {say({ fr: "Ajouter à la bibliothèque", en: "Add to the library" })}
            </Button>
          </Choices>
        </>
      )}
    </Dialog>
  );
}

/** The line that a fault is about, as it stands in the text. */
function quoted(text: string, line: number): string {
  return text.split("\n")[line - 1]?.trim().slice(0, 120) ?? "";
}
