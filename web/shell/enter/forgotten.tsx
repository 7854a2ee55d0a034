import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useForm } from "../../kit/form.ts";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import { wrongEmail } from "../../kit/words/wrong.ts";
import { askForReset } from "./asked.ts";
import styles from "./enter.module.css";

/** Asks for a link by e-mail. The answer is the same whether or not the address is known. */
export function Forgotten() {
  const { language, say } = useLanguage();
  const form = useForm({ email: "" }, ({ email }) => ({ email: wrongEmail(email, say) }));
  const send = useMutation({ mutationFn: (email: string) => askForReset(language, email) });
  return (
    <>
      <h1>{say({ fr: "Mot de passe oublié", en: "Forgotten password" })}</h1>
      {send.isSuccess ? (
        <div role="status">
          <p className={styles.lead}>
            {say(
              {
                fr: "Si l'adresse {email} est connue ici, un message vient d'y partir. Son lien vaut une heure et ne sert qu'une fois.",
                en: "If the address {email} is known here, a message is on its way there. Its link is good for one hour, and once.",
              },
              { email: send.variables },
            )}
          </p>
          <p className={styles.other}>
            {say({
              fr: "Rien au bout de quelques minutes ? Regardez parmi les indésirables, puis demandez à qui vous a invité.",
              en: "Nothing after a few minutes? Look among the junk mail, then ask whoever invited you.",
            })}
          </p>
        </div>
      ) : (
        <>
          <p className={styles.lead}>
            {say({ fr: "Un lien pour en choisir un autre vous sera envoyé.", en: "You will be sent a link to choose another." })}
          </p>
          <form onSubmit={form.submit(({ email }) => send.mutate(email))} noValidate>
            <Trouble error={send.error} />
            <TextInput
              {...form.field("email")}
              type="email"
              label={say({ fr: "Adresse e-mail", en: "E-mail address" })}
              autoComplete="username"
              autoFocus
              required
              withAsterisk={false}
            />
            <Button type="submit" loading={send.isPending} fullWidth size="md">
              {say({ fr: "Envoyer le lien", en: "Send the link" })}
            </Button>
          </form>
        </>
      )}
      <p className={styles.other}>
        <Link to="/enter" search={({ forgotten: _, ...before }: Record<string, unknown>) => before}>
          {say({ fr: "Revenir à l'entrée", en: "Back to signing in" })}
        </Link>
      </p>
    </>
  );
}
