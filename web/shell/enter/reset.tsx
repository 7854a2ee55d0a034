import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useForm } from "../../kit/form.ts";
import { NewPasswordField } from "../../kit/new-password-field.tsx";
import { Refusal } from "../../kit/server.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import { wrongPassword } from "../../kit/words/wrong.ts";
import { resetPassword } from "./asked.ts";
import styles from "./enter.module.css";

/** Another password, by the link that was mailed. */
export function Reset({ token }: { token: string }) {
  const { language, say } = useLanguage();
  const send = useMutation({ mutationFn: (newPassword: string) => resetPassword(language, token, newPassword) });
  const form = useForm({ newPassword: "" }, ({ newPassword }) => ({ newPassword: wrongPassword(newPassword, say) }), send.error);
  if (send.error instanceof Refusal && send.error.problem.code === "link-unusable") return <Spent />;
  if (send.isSuccess)
    return (
      <div role="status">
        <h1>{say({ fr: "C'est fait.", en: "Done." })}</h1>
        <p className={styles.lead}>
          {say({
            fr: "Votre nouveau mot de passe vaut dès maintenant ; ailleurs, vos sessions ont pris fin.",
            en: "Your new password counts from now on; elsewhere, your sessions have ended.",
          })}
        </p>
        <p className={styles.other}>
          <Link to="/enter">{say({ fr: "Entrer", en: "Sign in" })}</Link>
        </p>
      </div>
    );
  return (
    <>
      <h1>{say({ fr: "Un autre mot de passe", en: "Another password" })}</h1>
      <p className={styles.lead}>
        {say({
          fr: "Si vous administrez un espace sans second facteur, il lui faut 16 caractères.",
          en: "If you administer a space without a second factor, it needs 16 characters.",
        })}
      </p>
      <form onSubmit={form.submit(({ newPassword }) => send.mutate(newPassword))} noValidate>
        <Trouble error={form.trouble} />
        <NewPasswordField {...form.field("newPassword")} label={say({ fr: "Nouveau mot de passe", en: "New password" })} />
        <Button type="submit" loading={send.isPending} fullWidth size="md">
          {say({ fr: "Choisir ce mot de passe", en: "Choose this password" })}
        </Button>
      </form>
    </>
  );
}

function Spent() {
  const { say } = useLanguage();
  return (
    <div role="alert">
      <h1>{say({ fr: "Ce lien ne vaut plus.", en: "This link is no longer good." })}</h1>
      <p className={styles.lead}>
        {say({
          fr: "Il a déjà servi, ou son heure est passée. Un autre vous sera envoyé aussitôt.",
          en: "It was used, or its hour is over. Another will be sent to you at once.",
        })}
      </p>
      <p className={styles.other}>
        <Link to="/enter" search={{ forgotten: "yes" }}>
          {say({ fr: "Demander un autre lien", en: "Ask for another link" })}
        </Link>
      </p>
    </div>
  );
}
