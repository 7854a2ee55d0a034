import { Button } from "@mantine/core";
import { useState } from "react";
import { Blank } from "#web/kit/blank.tsx";
import { Row, Rows } from "#web/kit/rows.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { roleWords } from "#web/kit/words/roles.ts";
import type { Member } from "./asked.ts";
import { EndMembership } from "./end-membership.tsx";
import styles from "./people.module.css";

/** Who is a member, in which role, since when. */
export function MemberList({ members, given }: { members: readonly Member[]; given: readonly string[] }) {
  const { language, say } = useLanguage();
  const { person } = useSpace();
  const [leaving, setLeaving] = useState<Member>();
  return (
    <>
      <Rows label={say({ fr: "Membres", en: "Members" })}>
        {members.map((member) => {
          const own = member.person === person.id;
          const deed = own ? say({ fr: "Quitter", en: "Leave" }) : say({ fr: "Mettre fin", en: "End" });
          return (
            <Row
              key={member.person}
              name={
                <>
                  {member.name} {own && <span className={styles.aside}>{say({ fr: "(vous)", en: "(you)" })}</span>}
                </>
              }
              about={
                <>
                  {member.email}
                  {member.secondFactor && <span className={styles.factor}>{say({ fr: "second facteur", en: "second factor" })}</span>}
                </>
              }
              state={
                <>
                  <strong className={styles.role}>{say(roleWords(member.role))}</strong>
                  <span className={styles.since}>
                    {say({ fr: "depuis le {day}", en: "since {day}" }, { day: dayWords(Date.parse(member.since), language) })}
                  </span>
                </>
              }
              actions={
                (own || given.includes(member.role)) && (
                  <Button
                    variant="subtle"
                    color="missed"
                    size="compact-sm"
                    aria-label={
                      own
                        ? say({ fr: "Quitter cet espace", en: "Leave this space" })
                        : say({ fr: "Mettre fin à l'accès de {name}", en: "End the access of {name}" }, { name: member.name })
                    }
                    onClick={() => setLeaving(member)}
                  >
                    {deed}
                  </Button>
                )
              }
            />
          );
        })}
      </Rows>
      {members.length === 1 && members[0]!.person === person.id && given.length > 0 && (
        <div className={styles.alone}>
          <Blank title={say({ fr: "Vous êtes seul ici, pour l'instant.", en: "You are alone here, for now." })}>
            {say({
              fr: "Invitez les personnes qui suivent ces contrats. Chacune choisit son mot de passe ; personne d'autre ne le connaît.",
              en: "Invite the people who follow these contracts. Each chooses a password; nobody else knows it.",
            })}
          </Blank>
        </div>
      )}
      {leaving && (
        <EndMembership
          member={leaving}
          last={members.filter(({ role }) => role === leaving.role).length === 1}
          given={given}
          close={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
