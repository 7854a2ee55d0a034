import { Blank } from "#web/kit/blank.tsx";
import { Section } from "#web/kit/section.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { AboutContract } from "../acting/about-contract.tsx";
import { useContractId, useContractQuery } from "../acting/use-contract-query.ts";
import { ReportAccess } from "./report-access.tsx";
import { ReportPart } from "./report-part.tsx";

/** Somebody got in who should not: told in one click, with what it opens and the measure that answers it. */
export function Screen() {
  const say = useSay();
  const contract = useContractId();
  const { kind } = useSpace().here;
  const found = useContractQuery("unauthorised-access", contract, async (server, id) => {
    const { data } = await server.GET("/api/v1/contracts/{contract}/unauthorised-access", { params: { path: { contract: id } } });
    return data!;
  });
  return (
    <AboutContract
      contract={contract}
      title={say({ fr: "Accès non autorisé", en: "Unauthorised access" })}
      lead={say({
        fr: "Un mot de passe volé, une connexion qui n'est pas des vôtres : signalez-le à l'instant, vérifiez ensuite.",
        en: "A stolen password, a sign-in that is none of yours: report it this instant, check afterwards.",
      })}
      waiting={found.isPending ? { fr: "Les signalements arrivent.", en: "The reports are coming." } : undefined}
      error={found.error}
      again={() => void found.refetch()}
    >
      {kind === "customer" && <ReportAccess contract={contract} />}
      {found.data?.reports.length === 0 && (
        <Section title={say({ fr: "Signalements", en: "Reports" })}>
          <Blank title={say({ fr: "Rien n'a été signalé.", en: "Nothing has been reported." })}>
            {say({
              fr: "Un signalement ouvre aussitôt ce que le contrat prévoit : incident, verrou proposé, lettre à envoyer.",
              en: "A report opens at once what the contract provides for: an incident, a lock proposed, a letter to send.",
            })}
          </Blank>
        </Section>
      )}
      {found.data?.reports.map((report) => (
        <ReportPart key={report.fact} contract={contract} report={report} agreement={found.data.agreement !== undefined} />
      ))}
    </AboutContract>
  );
}
