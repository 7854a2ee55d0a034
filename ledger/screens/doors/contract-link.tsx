import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useServer } from "#web/kit/server.tsx";
import { useSay } from "#web/kit/words/language.tsx";

/** Back to the contract, by its name. */
export function ContractLink({ contract }: { contract: string }) {
  const say = useSay();
  const server = useServer();
  const found = useQuery({
    queryKey: ["contract", contract],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}", { params: { path: { contract } } })).data!,
  });
  return (
    <Link to="/contracts/$contract" params={{ contract }}>
      {found.data?.name ?? say({ fr: "Le contrat", en: "The contract" })}
    </Link>
  );
}
