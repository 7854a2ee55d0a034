import { useState } from "react";
import { useNow } from "#web/kit/now.ts";
import { Page } from "#web/kit/page.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { DueBoard } from "./board.tsx";
import { Drafts } from "./drafts.tsx";
import type { Narrowed } from "./due.ts";
import { Narrowing } from "./narrowing.tsx";

/** What is due across contracts, the most urgent first. */
export function Screen() {
  const { language, say } = useLanguage();
  const now = useNow();
  const [narrowed, narrow] = useState<Narrowed>({});
  const date = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "full" }).format(now);
  return (
    <Page title={say({ fr: "Aujourd'hui", en: "Today" })} lead={date}>
      <Narrowing narrowed={narrowed} narrow={narrow} />
      <DueBoard key={JSON.stringify(narrowed)} narrowed={narrowed} />
      <Drafts />
    </Page>
  );
}
