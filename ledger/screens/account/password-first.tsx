import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Choices } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { PasswordField } from "#web/kit/password-field.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";

interface Asking {
  act: { mutate: (password: string) => void; isPending: boolean; error: unknown };
  deed: string;
  grave?: boolean;
  close: () => void;
  children?: ReactNode;
}

/** Asks for the password before something that an unlocked screen alone must not allow. */
export function PasswordFirst({ act, deed, grave = false, close, children }: Asking) {
  const say = useSay();
  const form = useForm(
    { password: "" },
    ({ password }) => ({ password: missing(password, say({ fr: "Le mot de passe manque.", en: "The password is missing." })) }),
    act.error,
  );
  return (
    <form onSubmit={form.submit(({ password }) => act.mutate(password))} noValidate>
      {children}
      <Trouble error={form.trouble} />
      <PasswordField
        {...form.field("password")}
        label={say({ fr: "Votre mot de passe", en: "Your password" })}
        autoComplete="current-password"
        data-autofocus
      />
      <Choices>
        <Button variant="default" onClick={close}>
          {say({ fr: "Annuler", en: "Cancel" })}
        </Button>
        <Button type="submit" loading={act.isPending} {...(grave && { color: "missed" })}>
          {deed}
        </Button>
      </Choices>
    </form>
  );
}
