import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useServer } from "#web/kit/server.tsx";
import { useMay } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import styles from "./contract-nav.module.css";

/** Of which contract a screen is, and the way to its other sides. */
export function ContractNav({ contract, here }: { contract: string; here: "facts" | "evidence" | "comparison" }) {
  const say = useSay();
  const server = useServer();
  const proves = useMay("evidence:read");
  const found = useQuery({
    queryKey: ["contract", contract],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}", { params: { path: { contract } } })).data!,
  });
  return (
    <span role="navigation" className={styles.nav} aria-label={say({ fr: "Ce contrat", en: "This contract" })}>
      <Link to="/contracts/$contract" params={{ contract }} className={styles.name}>
        {found.data?.name ?? say({ fr: "Le contrat", en: "The contract" })}
      </Link>
      {here !== "facts" && (
        <Link to="/contracts/$contract/facts" params={{ contract }}>
          {say({ fr: "Faits", en: "Facts" })}
        </Link>
      )}
      {here !== "evidence" && proves && (
        <Link to="/contracts/$contract/evidence" params={{ contract }}>
          {say({ fr: "Preuves", en: "Evidence" })}
        </Link>
      )}
      {here !== "comparison" && (
        <Link to="/contracts/$contract/comparison" params={{ contract }}>
          {say({ fr: "Comparer", en: "Compare" })}
        </Link>
      )}
    </span>
  );
}
