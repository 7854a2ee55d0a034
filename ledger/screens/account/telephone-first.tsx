import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Choices } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { Shown } from "#web/kit/shown.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { proveSecondFactor } from "./asked.ts";
import styles from "./account.module.css";

/** Gives the secret to an authenticator app, and has it show that it took it. */
export function TelephoneFirst({ uri, proven }: { uri: string; proven: () => void }) {
  const say = useSay();
  const ask = useAsk();
  const prove = useMutation({ mutationFn: (code: string) => proveSecondFactor(ask, code), onSuccess: proven });
  const form = useForm(
    { code: "" },
    ({ code }) => ({
      code: /^\d{6}$/.test(code.replaceAll(/\s/g, "")) ? undefined : say({ fr: "Le code a six chiffres.", en: "The code has six digits." }),
    }),
    prove.error,
  );
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <form onSubmit={form.submit(({ code }) => prove.mutate(code))} noValidate>
      <ol className={styles.steps}>
        <li>
          {say({
            fr: "Dans votre application de codes, ajoutez un compte et saisissez cette clé.",
            en: "In your authenticator app, add an account and enter this key.",
          })}{" "}
          <a href={uri}>{say({ fr: "Sur ce téléphone : ouvrir l'application", en: "On this telephone: open the app" })}</a>
          <Shown
            label={say({ fr: "Clé (code basé sur l'heure)", en: "Key (time-based code)" })}
            text={secret.match(/.{1,4}/g)?.join(" ") ?? ""}
            copies={secret}
          />
        </li>
        <li>
          {say({ fr: "Saisissez le code que l'application montre alors.", en: "Enter the code that the app then shows." })}
          <TextInput
            {...form.field("code")}
            mt="xs"
            label={say({ fr: "Code à six chiffres", en: "Six-digit code" })}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            withAsterisk={false}
          />
        </li>
      </ol>
      <Trouble error={form.trouble} />
      <Choices>
        <Button type="submit" loading={prove.isPending}>
          {say({ fr: "Continuer", en: "Continue" })}
        </Button>
      </Choices>
    </form>
  );
}
