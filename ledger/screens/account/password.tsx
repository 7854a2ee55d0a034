import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Done } from "#web/kit/done.tsx";
import { Fields } from "#web/kit/fields.tsx";
import { useForm } from "#web/kit/form.ts";
import { NewPasswordField } from "#web/kit/new-password-field.tsx";
import { PasswordField } from "#web/kit/password-field.tsx";
import { Section } from "#web/kit/section.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { isStrongRole } from "#web/kit/words/roles.ts";
import { missing, wrongPassword } from "#web/kit/words/wrong.ts";
import { changePassword } from "./asked.ts";

/** Another password for the present one. */
export function Password() {
  const say = useSay();
  const ask = useAsk();
  const queries = useQueryClient();
  const { person, memberships } = useSpace();
  const wanted = {
    strong: person.secondFactor !== true && memberships.some(({ role }) => isStrongRole(role)),
    about: [person.name, person.email],
  };
  const change = useMutation({
    mutationFn: (given: { currentPassword: string; newPassword: string }) => changePassword(ask, given.currentPassword, given.newPassword),
    onSuccess: () => {
      form.set("currentPassword", "");
      form.set("newPassword", "");
      return queries.invalidateQueries({ queryKey: ["account"] });
    },
  });
  const form = useForm(
    { currentPassword: "", newPassword: "" },
    ({ currentPassword, newPassword }) => ({
      currentPassword: missing(currentPassword, say({ fr: "Le mot de passe actuel manque.", en: "The current password is missing." })),
      newPassword: wrongPassword(newPassword, say, wanted),
    }),
    change.error,
  );
  return (
    <Section
      title={say({ fr: "Mot de passe", en: "Password" })}
      lead={
        wanted.strong
          ? say({
              fr: "Votre rôle décide pour d'autres : 16 caractères, ou 12 avec un second facteur.",
              en: "Your role decides for others: 16 characters, or 12 with a second factor.",
            })
          : say({ fr: "Nous ne pouvons pas le lire, ni vous le redire.", en: "We cannot read it, nor tell it to you again." })
      }
    >
      <Fields onSubmit={form.submit((given) => change.mutate(given))}>
        <input type="text" name="username" autoComplete="username" value={person.email} readOnly hidden />
        <Trouble error={form.trouble} />
        <PasswordField
          {...form.field("currentPassword")}
          label={say({ fr: "Mot de passe actuel", en: "Current password" })}
          autoComplete="current-password"
        />
        <NewPasswordField {...form.field("newPassword")} {...wanted} label={say({ fr: "Nouveau mot de passe", en: "New password" })} />
        <Button type="submit" variant="default" loading={change.isPending}>
          {say({ fr: "Changer le mot de passe", en: "Change the password" })}
        </Button>
        <Done when={change.isSuccess}>
          {say({
            fr: "Changé. Vos sessions sur d'autres appareils ont pris fin.",
            en: "Changed. Your sessions on other devices have ended.",
          })}
        </Done>
      </Fields>
    </Section>
  );
}
