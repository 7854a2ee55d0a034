import { Button, TextInput } from "@mantine/core";
import { useForm } from "../../kit/form.ts";
import { NewPasswordField } from "../../kit/new-password-field.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import { missing, wrongEmail, wrongPassword } from "../../kit/words/wrong.ts";
import styles from "./enter.module.css";

export interface Newcomer {
  provider: string;
  name: string;
  email: string;
  password: string;
}

interface Entering {
  /** Where the address is settled already. */
  email?: string;
  /** Whether they found the installation, and name it. */
  founds?: boolean;
  strong: boolean;
  act: { isPending: boolean; error: unknown };
  send: (newcomer: Newcomer) => void;
  deed: string;
}

/** What somebody says of themselves on their first coming. */
export function NewcomerForm({ email, founds = false, strong, act, send, deed }: Entering) {
  const { say } = useLanguage();
  const form = useForm(
    { provider: "", name: "", email: email ?? "", password: "" },
    (values) => ({
      provider: founds
        ? missing(values.provider, say({ fr: "Le nom de l'entreprise manque.", en: "The company's name is missing." }))
        : undefined,
      name: missing(values.name, say({ fr: "Votre nom manque.", en: "Your name is missing." })),
      email: wrongEmail(values.email, say),
      password: wrongPassword(values.password, say, { strong, about: [values.name, values.email] }),
    }),
    act.error,
  );
  return (
    <form onSubmit={form.submit(send)} noValidate>
      <Trouble error={form.trouble} />
      {founds && (
        <TextInput
          {...form.field("provider")}
          label={say({ fr: "Nom de votre entreprise", en: "Your company's name" })}
          description={say({ fr: "Tel qu'il figure dans les contrats.", en: "As it stands in the contracts." })}
          autoComplete="organization"
          required
          withAsterisk={false}
        />
      )}
      <TextInput
        {...form.field("name")}
        label={say({ fr: "Votre nom", en: "Your name" })}
        autoComplete="name"
        maxLength={200}
        required
        withAsterisk={false}
      />
      <TextInput
        {...form.field("email")}
        type="email"
        label={say({ fr: "Adresse e-mail", en: "E-mail address" })}
        autoComplete="username"
        readOnly={email !== undefined}
        required
        withAsterisk={false}
      />
      <NewPasswordField {...form.field("password")} strong={strong} about={[form.values.name, form.values.email]} />
      <p className={styles.note}>
        {say({
          fr: "La langue de vos messages sera celle de cette page.",
          en: "Messages to you will be in the language of this page.",
        })}
      </p>
      <Button type="submit" loading={act.isPending} fullWidth size="md">
        {deed}
      </Button>
    </form>
  );
}
