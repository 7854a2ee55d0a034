import { Row, Rows } from "#web/kit/rows.tsx";
import { Section } from "#web/kit/section.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { roleMay, roleWords } from "#web/kit/words/roles.ts";

/** What one is a member of, and as what. */
export function Spaces() {
  const say = useSay();
  const { memberships } = useSpace();
  return (
    <Section
      title={say({ fr: "Vos espaces", en: "Your spaces" })}
      lead={say({
        fr: "Le rôle dit ce que vous pouvez faire dans chacun. Qui vous a invité peut le changer ou y mettre fin.",
        en: "The role says what you may do in each. Whoever invited you can change or end it.",
      })}
    >
      <Rows label={say({ fr: "Vos espaces", en: "Your spaces" })}>
        {memberships.map(({ tenant, name, role }) => {
          const may = roleMay(role);
          return <Row key={tenant} name={name} about={may && say(may)} state={say(roleWords(role))} />;
        })}
      </Rows>
    </Section>
  );
}
