import { Page } from "#web/kit/page.tsx";
import { useMay } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Keys } from "./keys.tsx";
import { Webhooks } from "./webhooks.tsx";

/** How programs come in, and how they are told. */
export function Screen() {
  const say = useSay();
  const [keys, webhooks] = [useMay("keys:write"), useMay("webhooks:write")];
  return (
    <Page
      title={say({ fr: "Clés et webhooks", en: "Keys and webhooks" })}
      lead={say({
        fr: "Par une clé, un programme lit et déclare en votre nom. Par un webhook, il apprend ce qui arrive sans avoir à le demander.",
        en: "By a key, a program reads and states on your behalf. By a webhook, it hears of what happens without having to ask.",
      })}
    >
      {keys && <Keys />}
      {webhooks && <Webhooks />}
    </Page>
  );
}
