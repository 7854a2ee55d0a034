import { Button } from "@mantine/core";
import { Row, Rows } from "#web/kit/rows.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { type Language, type Say, useLanguage } from "#web/kit/words/language.tsx";
import type { Key } from "./keys.tsx";
import { scopeWords } from "./scope-words.ts";

export function KeyList({ keys, label, revoke }: { keys: readonly Key[]; label: string; revoke?: (key: Key) => void }) {
  const { language, say } = useLanguage();
  if (keys.length === 0) return null;
  return (
    <Rows label={label}>
      {keys.map((key) => (
        <Row
          key={key.key}
          name={key.name}
          about={key.scopes.map((scope) => say(scopeWords(scope))).join(" · ")}
          state={stateWords(key, language, say)}
          actions={
            revoke && (
              <Button
                variant="subtle"
                color="missed"
                size="compact-sm"
                aria-label={say({ fr: "Révoquer {name}", en: "Revoke {name}" }, { name: key.name })}
                onClick={() => revoke(key)}
              >
                {say({ fr: "Révoquer", en: "Revoke" })}
              </Button>
            )
          }
        />
      ))}
    </Rows>
  );
}

function stateWords({ created, expires, revoked }: Key, language: Language, say: Say): string {
  const day = (instant: string) => ({ day: dayWords(Date.parse(instant), language) });
  if (revoked !== undefined) return say({ fr: "révoquée le {day}", en: "revoked on {day}" }, day(revoked));
  if (expires === undefined) return say({ fr: "depuis le {day}", en: "since {day}" }, day(created));
  return Date.parse(expires) > Date.now()
    ? say({ fr: "jusqu'au {day}", en: "until {day}" }, day(expires))
    : say({ fr: "expirée le {day}", en: "expired on {day}" }, day(expires));
}
