import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "../../kit/form.ts";
import { Refusal } from "../../kit/server.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import { missing, wrongEmail } from "../../kit/words/wrong.ts";
import { type Claim, signIn } from "./asked.ts";
import styles from "./enter.module.css";
import { useGoIn } from "./entering.ts";
import { PasskeyButton } from "./passkey-button.tsx";

const KEPT = "tenu.second-factor";

/** By e-mail and password, with a code for whoever has a second factor, or by passkey; `as` where only one address will do. */
export function SignIn({ as }: { as?: { email: string; then: () => void } }) {
  const { language, say } = useLanguage();
  const goIn = useGoIn();
  const entered = as?.then ?? (() => goIn());
  const [withCode, setWithCode] = useState(() => localStorage.getItem(KEPT) === "yes");
  const send = useMutation({
    mutationFn: (claim: Claim) => signIn(language, claim),
    onSuccess: (_, { code }) => {
      if (code.trim() !== "") localStorage.setItem(KEPT, "yes");
      entered();
    },
  });
  const form = useForm(
    { email: as?.email ?? "", password: "", code: "" },
    ({ email, password }) => ({
      email: wrongEmail(email, say),
      password: missing(password, say({ fr: "Le mot de passe manque.", en: "The password is missing." })),
    }),
    send.error,
  );
  const refused = send.error instanceof Refusal && send.error.problem.status === 401;
  return (
    <>
      {!as && <h1>{say({ fr: "Entrer", en: "Sign in" })}</h1>}
      <form onSubmit={form.submit((claim) => send.mutate(claim))} noValidate>
        <Trouble error={form.trouble} />
        <TextInput
          {...form.field("email")}
          type="email"
          label={say({ fr: "Adresse e-mail", en: "E-mail address" })}
          autoComplete="username"
          readOnly={as !== undefined}
          required
          withAsterisk={false}
        />
        <PasswordField {...form.field("password")} label={say({ fr: "Mot de passe", en: "Password" })} autoComplete="current-password" />
        {(withCode || refused) && (
          <TextInput
            {...form.field("code")}
            label={say({ fr: "Code du second facteur, si vous en avez un", en: "Second factor's code, if you have one" })}
            description={say({ fr: "Celui de votre application, ou un code de secours.", en: "The one in your app, or a backup code." })}
            autoComplete="one-time-code"
            autoCapitalize="off"
            spellCheck={false}
          />
        )}
        <Button type="submit" loading={send.isPending} fullWidth size="md">
          {as ? say({ fr: "Entrer et accepter", en: "Sign in and accept" }) : say({ fr: "Entrer", en: "Sign in" })}
        </Button>
      </form>
      <PasskeyButton entered={entered} />
      <ul className={styles.others}>
        {!withCode && !refused && (
          <li>
            <button type="button" onClick={() => setWithCode(true)}>
              {say({ fr: "J'ai un second facteur", en: "I have a second factor" })}
            </button>
          </li>
        )}
        <li>
          <Link to="/enter" search={(before: Record<string, unknown>) => ({ ...before, forgotten: "yes" })}>
            {say({ fr: "Mot de passe oublié", en: "Forgotten password" })}
          </Link>
        </li>
      </ul>
    </>
  );
}
