import { Row, Rows } from "#web/kit/rows.tsx";
import { Section } from "#web/kit/section.tsx";
import type { components } from "#web/kit/client/schema.d.ts";
import { useSay } from "#web/kit/words/language.tsx";
import { stateWords } from "#kernel/words/states.ts";
import { When } from "../acting/when.tsx";
import { Letter } from "./letter.tsx";
import { Measure } from "./measure.tsx";
import styles from "./alert.module.css";

export type Report = components["schemas"]["UnauthorisedAccess"]["reports"][number];

/** One report: what it opened, the protective measure, and the letter where the contract wants one. */
export function ReportPart({ contract, report, agreement }: { contract: string; report: Report; agreement: boolean }) {
  const say = useSay();
  const reporter =
    report.by === "user"
      ? say({ fr: "par un utilisateur", en: "by a user" })
      : report.by === "administrator"
        ? say({ fr: "par un administrateur", en: "by an administrator" })
        : say({ fr: "par le client", en: "by the customer" });
  return (
    <Section title={say({ fr: "Signalement", en: "Report" })} lead={<When at={report.at} />} actions={<p>{reporter}</p>}>
      {report.items.length === 0 ? (
        <p>
          {say({
            fr: "Le contrat n'attache aucune suite à ce signalement ; il est inscrit au journal et les parties le voient.",
            en: "The contract attaches nothing to this report; it stands in the log and the parties see it.",
          })}
        </p>
      ) : (
        <Rows label={say({ fr: "Ce que le signalement a ouvert", en: "What the report opened" })}>
          {report.items.map((item) => (
            <Row
              key={item.id}
              name={<span className={styles.deed}>{item.name}</span>}
              about={<Due item={item} />}
              state={<State item={item} />}
            >
              <Letter contract={contract} report={report} item={item} />
            </Row>
          ))}
        </Rows>
      )}
      <Measure contract={contract} report={report} agreement={agreement} />
    </Section>
  );
}

export type OpenedItem = Report["items"][number];

function State({ item: { type, state } }: { item: OpenedItem }) {
  const say = useSay();
  return <>{say(stateWords(type, state as Parameters<typeof stateWords>[1]))}</>;
}

function Due({ item }: { item: OpenedItem }) {
  const say = useSay();
  const due = item["due"];
  return typeof due === "string" ? (
    <>
      {say({ fr: "au plus tard le ", en: "by " })}
      <When at={due} />
    </>
  ) : (
    <>{item.party === "customer" ? say({ fr: "à votre charge, sans attendre", en: "for the customer, without delay" }) : ""}</>
  );
}
