import { Button } from "@mantine/core";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { Shown } from "#web/kit/shown.tsx";
import { useSay } from "#web/kit/words/language.tsx";

/** A secret, shown this once. */
export function KeySecret({ name, secret, close }: { name: string; secret: string; close: () => void }) {
  const say = useSay();
  return (
    <Dialog title={name} open close={close} held>
      <p>
        {say({
          fr: "Emportez ce secret maintenant : seule son empreinte est gardée ici, personne ne pourra vous le redire.",
          en: "Take this secret away now: only its fingerprint is kept here, and nobody can tell it to you again.",
        })}
      </p>
      <Shown label={say({ fr: "Secret", en: "Secret" })} text={secret} />
      <Choices>
        <Button onClick={close}>{say({ fr: "Il est en lieu sûr", en: "It is in a safe place" })}</Button>
      </Choices>
    </Dialog>
  );
}
