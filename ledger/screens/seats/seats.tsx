import { Blank } from "#web/kit/blank.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { useState } from "react";
import { AboutContract } from "../acting/about-contract.tsx";
import { useContractId, useContractQuery } from "../acting/use-contract-query.ts";
import type { Done } from "../contract/act/done.ts";
import { Undo } from "../contract/act/undo.tsx";
import { CapPart } from "./cap-part.tsx";

/** Who uses the service, how many may, and how that number grows. */
export function Screen() {
  const say = useSay();
  const contract = useContractId();
  const { kind } = useSpace().here;
  const mayTell = useMay("facts:write");
  const [done, setDone] = useState<Done>();
  const found = useContractQuery("seats", contract, async (server, id) => {
    const { data } = await server.GET("/api/v1/contracts/{contract}/seats", { params: { path: { contract: id } } });
    return data!;
  });
  const caps = found.data?.caps;
  return (
    <AboutContract
      contract={contract}
      title={say({ fr: "Accès", en: "Seats" })}
      lead={say({
        fr: "Qui se sert du service, et combien le contrat en permet, tout le groupe compté.",
        en: "Who uses the service, and how many the contract allows, the whole group counted.",
      })}
      waiting={found.isPending ? { fr: "Les accès arrivent.", en: "The seats are coming." } : undefined}
      error={found.error}
      again={() => void found.refetch()}
    >
      {caps?.length === 0 && (
        <Blank title={say({ fr: "Ce contrat ne compte pas ses utilisateurs.", en: "This contract does not count its users." })}>
          {say({
            fr: "Aucune de ses clauses ne fixe de nombre d'accès, de licences ou de postes tenus en même temps.",
            en: "None of its clauses sets how many seats, licences or machines may be held at once.",
          })}
        </Blank>
      )}
      {caps?.map((cap) => (
        <CapPart
          key={cap.clause}
          contract={contract}
          cap={cap}
          running={found.data?.phase === "running" || found.data?.phase === "suspended"}
          mine={kind === "customer" && mayTell}
          done={setDone}
        />
      ))}
      {done && <Undo key={done.target} contract={contract} done={done} gone={() => setDone(undefined)} />}
    </AboutContract>
  );
}
