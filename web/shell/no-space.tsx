import { Page } from "../kit/page.tsx";
import type { Person } from "../kit/space.tsx";
import { useSay } from "../kit/words/language.tsx";
import { Leave } from "./leave.tsx";

/** For who is known but a member of nothing: invited nowhere yet, or no longer. */
export function NoSpace({ person }: { person: Person }) {
  const say = useSay();
  return (
    <Page title={say({ fr: "Vous n'êtes membre d'aucun espace.", en: "You are a member of no space." })}>
      <p>
        {say(
          {
            fr: "{email} est bien connu, mais personne ne l'a invité, ou son accès a pris fin. Demandez une invitation à l'administrateur de votre entreprise.",
            en: "{email} is known, but nobody has invited it, or its access has ended. Ask your company's administrator for an invitation.",
          },
          { email: person.email },
        )}
      </p>
      <Leave />
    </Page>
  );
}
