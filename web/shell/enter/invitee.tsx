import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ask, Refusal } from "../../kit/server.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import { acceptInvitation, type Invitation, type NewPerson } from "./asked.ts";
import styles from "./enter.module.css";
import { useGoIn } from "./entering.ts";
import { NewcomerForm } from "./newcomer-form.tsx";
import { SignIn } from "./sign-in.tsx";

interface Me {
  person: { email: string };
}

/** Whoever accepts: somebody new, or somebody who signs in first. */
export function Invitee({ code, invitation, signedOut }: { code: string; invitation: Invitation; signedOut: () => void }) {
  const { language, say } = useLanguage();
  const goIn = useGoIn();
  const accept = useMutation({ mutationFn: (person: NewPerson | undefined) => acceptInvitation(language, code, person), onSuccess: goIn });
  const me = useQuery({ queryKey: ["me"], queryFn: () => ask<Me>("/api/v1/me", language), enabled: invitation.known });
  const here = me.data?.person.email === invitation.email;
  const leave = useMutation({ mutationFn: () => ask("/auth/sign-out", language, {}), onSettled: signedOut });
  const why = accept.error instanceof Refusal ? accept.error.problem.code : undefined;
  const deed = say({ fr: "Accepter l'invitation", en: "Accept the invitation" });
  if (why === "someone-else")
    return (
      <div className={styles.stopped}>
        <Trouble error={accept.error} />
        <Button size="md" loading={leave.isPending} onClick={() => leave.mutate()}>
          {say({ fr: "Se déconnecter et continuer", en: "Sign out and go on" })}
        </Button>
      </div>
    );
  if (why === "stronger-sign-in")
    return (
      <div className={styles.stopped}>
        <Trouble error={accept.error} />
        <a href="/account" target="_blank" rel="noreferrer">
          {say({ fr: "Ouvrir votre compte (nouvel onglet)", en: "Open your account (new tab)" })}
        </a>
        <Button size="md" loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          {deed}
        </Button>
      </div>
    );
  if (here)
    return (
      <div className={styles.stopped}>
        <p className={styles.lead}>
          {say({ fr: "Vous êtes entré comme {email}.", en: "You are signed in as {email}." }, { email: invitation.email })}
        </p>
        <Trouble error={accept.error} />
        <Button size="md" loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          {deed}
        </Button>
      </div>
    );
  if (invitation.known || why === "sign-in-first")
    return (
      <>
        <p className={styles.other}>
          {say({
            fr: "Cette adresse a déjà un compte : en entrant, vous acceptez l'invitation.",
            en: "This address has an account already: by signing in you accept the invitation.",
          })}
        </p>
        {accept.error && why !== "sign-in-first" && <Trouble error={accept.error} />}
        <SignIn as={{ email: invitation.email, then: () => accept.mutate(undefined) }} />
      </>
    );
  return (
    <NewcomerForm
      email={invitation.email}
      strong={invitation.strong}
      act={accept}
      send={({ name, password }) => accept.mutate({ name, password })}
      deed={deed}
    />
  );
}
