import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { addPasskey, wasLeft } from "#web/kit/passkeys.ts";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { systemWords } from "./device-words.ts";

/** Makes a passkey, under a name by which its owner will know it again. */
export function AddPasskey({ close }: { close: () => void }) {
  const { language, say } = useLanguage();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (name: string) => addPasskey(language, name.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["account", "passkeys"] });
      close();
    },
  });
  const left = wasLeft(add.error);
  const form = useForm(
    { name: systemWords(navigator.userAgent) ?? "" },
    ({ name }) => ({ name: missing(name, say({ fr: "Le nom manque.", en: "The name is missing." })) }),
    left ? null : add.error,
  );
  return (
    <Dialog title={say({ fr: "Ajouter une clé d'accès", en: "Add a passkey" })} open close={close}>
      <form onSubmit={form.submit(({ name }) => add.mutate(name))} noValidate>
        <p>
          {say({
            fr: "Votre navigateur vous demandera où la garder : cet appareil, votre trousseau, ou une clé de sécurité.",
            en: "Your browser will ask where to keep it: this device, your keychain, or a security key.",
          })}
        </p>
        <Trouble error={form.trouble} />
        {left && (
          <p role="status">{say({ fr: "Rien n'a été ajouté. Vous pouvez recommencer.", en: "Nothing was added. You may try again." })}</p>
        )}
        <TextInput
          {...form.field("name")}
          label={say({ fr: "Nom de la clé", en: "Name of the passkey" })}
          description={say({ fr: "Pour la reconnaître dans la liste.", en: "To know it again in the list." })}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Choices>
          <Button variant="default" onClick={close}>
            {say({ fr: "Annuler", en: "Cancel" })}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {say({ fr: "Ajouter", en: "Add" })}
          </Button>
        </Choices>
      </form>
    </Dialog>
  );
}
