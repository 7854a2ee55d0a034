import { Alert } from "@mantine/core";
import { useSay } from "#web/kit/words/language.tsx";
import type { Lived } from "./life/use-life.ts";

/** Two calculations of one thing must agree. Where they do not, nobody is left to guess which is shown. */
export function Disagreement({ life: { agreement, failed } }: { life: Lived }) {
  const say = useSay();
  if (failed)
    return (
      <Alert
        role="alert"
        color="orange"
        variant="light"
        mb="md"
        title={say({ fr: "Le calcul ne s'ouvre pas dans ce navigateur.", en: "The calculation does not open in this browser." })}
      >
        {say(
          {
            fr: "Ce qui est montré est la situation de maintenant, selon le serveur. Raison : {why}",
            en: "What is shown is the standing of now, as the server has it. Reason: {why}",
          },
          { why: failed.message },
        )}
      </Alert>
    );
  if (!agreement || agreement.agrees) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      mb="md"
      title={say({
        fr: "Ce navigateur ne trouve pas la même chose que le serveur.",
        en: "This browser does not find what the server finds.",
      })}
    >
      {say({
        fr: "Pour maintenant, la marge montre ce que dit le serveur. Diffèrent :",
        en: "For now, the margin shows what the server says. These differ:",
      })}{" "}
      {agreement.on.slice(0, 8).join(", ") || say({ fr: "les chiffres du monde", en: "the figures of the world" })}
    </Alert>
  );
}
