import { Page } from "#web/kit/page.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Myself } from "./myself.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Password } from "./password.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import { Spaces } from "./spaces.tsx";

/** Who one is here, and how one shows it. */
export function Screen() {
  const say = useSay();
  const { person } = useSpace();
  return (
    <Page title={say({ fr: "Votre compte", en: "Your account" })} lead={person.email}>
      <Myself />
      <Password />
      <SecondFactor />
      <Passkeys />
      <Sessions />
      <Spaces />
    </Page>
  );
}
