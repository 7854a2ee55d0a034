import { Blank } from "#web/kit/blank.tsx";
import { Section } from "#web/kit/section.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { AboutContract } from "../acting/about-contract.tsx";
import { useContractId, useContractQuery } from "../acting/use-contract-query.ts";
import { Enter } from "./enter.tsx";
import { GrantForm } from "./grant-form.tsx";
import { GrantList } from "./grant-list.tsx";
import { UseList } from "./use-list.tsx";

/** Whom the customer lets into its data in support, until when, and what they did there. */
export function Screen() {
  const say = useSay();
  const contract = useContractId();
  const { kind } = useSpace().here;
  const mayTell = useMay("facts:write");
  const found = useContractQuery("support-access", contract, async (server, id) => {
    const { data } = await server.GET("/api/v1/contracts/{contract}/support-access", { params: { path: { contract: id } } });
    return data!;
  });
  const access = found.data;
  const customer = kind === "customer";
  return (
    <AboutContract
      contract={contract}
      title={say({ fr: "Accès d'assistance", en: "Support access" })}
      lead={say({
        fr: "L'assistance n'entre dans les données que si le client l'y autorise : qui, sur quoi, jusqu'à quand. Chaque entrée est inscrite.",
        en: "Support enters the data only where the customer lets it: who, to what, until when. Every entry is recorded.",
      })}
      waiting={found.isPending ? { fr: "Les accès accordés arrivent.", en: "The grants are coming." } : undefined}
      error={found.error}
      again={() => void found.refetch()}
    >
      {access && !customer && mayTell && <Enter contract={contract} access={access} />}
      {access && customer && mayTell && <GrantForm contract={contract} at={access.at} />}
      {access && (
        <Section
          title={say({ fr: "Accès accordés", en: "Grants" })}
          lead={say({ fr: "Chacun avec ce qui a été fait sous lui.", en: "Each with what was done under it." })}
        >
          {access.grants.length === 0 && (
            <Blank title={say({ fr: "Aucun accès n'a été accordé.", en: "No access has been granted." })}>
              {customer
                ? say({
                    fr: "Tant que vous n'en accordez pas, personne de l'assistance ne lit vos données.",
                    en: "As long as you grant none, nobody in support reads your data.",
                  })
                : say({ fr: "Seul l'administrateur du client peut en accorder.", en: "Only the customer's administrator can grant one." })}
            </Blank>
          )}
          <GrantList contract={contract} grants={access.grants} mine={customer && mayTell} />
        </Section>
      )}
      {access && access.elsewhere.length > 0 && (
        <Section
          title={say({ fr: "Tentatives sans accès", en: "Attempts without a grant" })}
          lead={say({ fr: "Rien n'y a été lu.", en: "Nothing was read." })}
        >
          <UseList label={say({ fr: "Tentatives", en: "Attempts" })} uses={access.elsewhere} />
        </Section>
      )}
    </AboutContract>
  );
}
