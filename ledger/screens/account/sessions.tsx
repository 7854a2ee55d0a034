import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Row, Rows } from "#web/kit/rows.tsx";
import { Section } from "#web/kit/section.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { distanceWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { endOtherSessions, endSession, type Session, sessions } from "./asked.ts";
import { deviceWords } from "./device-words.ts";

/** Where one is signed in. */
export function Sessions() {
  const { language, say } = useLanguage();
  const ask = useAsk();
  const queries = useQueryClient();
  const found = useQuery({ queryKey: ["account", "sessions"], queryFn: () => sessions(ask) });
  const refresh = () => queries.invalidateQueries({ queryKey: ["account", "sessions"] });
  const end = useMutation({ mutationFn: (session: string) => endSession(ask, session), onSuccess: refresh });
  const endOthers = useMutation({ mutationFn: () => endOtherSessions(ask), onSuccess: refresh });
  const all = found.data?.items;
  const device = ({ browser }: Session) => deviceWords(browser ?? "") ?? say({ fr: "Appareil inconnu", en: "Unknown device" });
  return (
    <Section
      title={say({ fr: "Sessions", en: "Sessions" })}
      lead={say({
        fr: "Les appareils où vous êtes entré. Une session que vous ne reconnaissez pas : mettez-y fin, puis changez de mot de passe.",
        en: "The devices where you are signed in. One that you do not recognise: end it, then change your password.",
      })}
    >
      <Trouble error={found.error ?? end.error ?? endOthers.error} again={found.error ? () => void found.refetch() : undefined} />
      {found.isPending && <Waiting what={{ fr: "Vos sessions arrivent.", en: "Your sessions are coming." }} />}
      {all && (
        <Rows label={say({ fr: "Vos sessions", en: "Your sessions" })}>
          {all.map((session) => (
            <Row
              key={session.session}
              name={device(session)}
              about={[
                say({ fr: "vu {when}", en: "seen {when}" }, { when: distanceWords(Date.parse(session.seen), Date.now(), language) }),
                session.address,
              ]
                .filter(Boolean)
                .join(" · ")}
              state={session.present ? say({ fr: "ici", en: "here" }) : undefined}
              actions={
                !session.present && (
                  <Button
                    variant="subtle"
                    color="missed"
                    size="compact-sm"
                    loading={end.isPending && end.variables === session.session}
                    aria-label={say(
                      { fr: "Mettre fin à la session {device}", en: "End the session {device}" },
                      { device: device(session) },
                    )}
                    onClick={() => end.mutate(session.session)}
                  >
                    {say({ fr: "Mettre fin", en: "End" })}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      {all && all.length > 1 && (
        <Button mt="md" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {say({ fr: "Mettre fin à toutes les autres", en: "End all the others" })}
        </Button>
      )}
    </Section>
  );
}
