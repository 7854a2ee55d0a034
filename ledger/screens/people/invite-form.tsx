import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Choices } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { Question } from "#web/kit/question.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { roleMay, roleWords } from "#web/kit/words/roles.ts";
import { wrongEmail } from "#web/kit/words/wrong.ts";
import { invite, type Inviting, type Role } from "./asked.ts";
import { InvitedNow } from "./invited-now.tsx";

interface Wanted {
  /** Those that may be given. */
  roles: readonly string[];
  /** The one that is given, if nothing else is chosen. */
  role?: string;
  /** Into which space, where it is not this one. */
  tenant?: string;
  close: () => void;
  children?: ReactNode;
}

/** Asks whom to invite, and as what; then says how the invitation reaches them. */
export function InviteForm({ roles, role: proposed = roles.length === 1 ? roles[0]! : "", tenant, close, children }: Wanted) {
  const { language, say } = useLanguage();
  const server = useServer();
  const queries = useQueryClient();
  const { here } = useSpace();
  const [byHand, setByHand] = useState(false);
  const send = useMutation({
    mutationFn: (inviting: Inviting) => invite(server, tenant ?? here.tenant, inviting),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["invitations"] }),
  });
  const form = useForm(
    { email: "", role: proposed },
    ({ email, role }) => ({
      email: wrongEmail(email, say),
      role: role === "" ? say({ fr: "Choisissez un rôle.", en: "Choose a role." }) : undefined,
    }),
    send.error,
  );
  const inviting = (by: Inviting["by"]) => send.mutate({ email: form.values.email.trim(), role: form.values.role as Role, by, language });
  if (send.data)
    return <InvitedNow invited={send.data} handOver={here.kind === "customer" ? undefined : () => inviting("hand")} close={close} />;
  return (
    <form onSubmit={form.submit(() => inviting(byHand ? "hand" : "mail"))} noValidate>
      {children}
      <Trouble error={form.trouble} />
      <TextInput
        {...form.field("email")}
        type="email"
        label={say({ fr: "Adresse e-mail", en: "E-mail address" })}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
      />
      <Question legend={say({ fr: "Rôle", en: "Role" })} error={form.field("role").error}>
        {roles.map((one) => {
          const may = roleMay(one);
          return (
            <Radio
              key={one}
              name="role"
              value={one}
              checked={form.values.role === one}
              onChange={() => form.set("role", one)}
              label={say(roleWords(one))}
              description={may && say(may)}
            />
          );
        })}
      </Question>
      {here.kind !== "customer" && (
        <Checkbox
          checked={byHand}
          onChange={({ currentTarget }) => setByHand(currentTarget.checked)}
          label={say({ fr: "Remettre le lien moi-même", en: "Hand the link over myself" })}
          description={say({
            fr: "Aucun message ne part ; le lien vous est montré une fois.",
            en: "No message is sent; the link is shown to you once.",
          })}
        />
      )}
      <Choices>
        <Button variant="default" onClick={close}>
          {say({ fr: "Annuler", en: "Cancel" })}
        </Button>
        <Button type="submit" loading={send.isPending}>
          {byHand ? say({ fr: "Obtenir le lien", en: "Get the link" }) : say({ fr: "Envoyer l'invitation", en: "Send the invitation" })}
        </Button>
      </Choices>
    </form>
  );
}
