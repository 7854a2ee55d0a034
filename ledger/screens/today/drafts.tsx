import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import styles from "./group.module.css";

/** Contracts that wait to be accepted: until then nothing is owed, so nothing else of them stands here. */
export function Drafts() {
  const say = useSay();
  const server = useServer();
  const { here } = useSpace();
  const heading = useId();
  const found = useQuery({
    queryKey: ["contracts", "drafts"],
    queryFn: async () => (await server.GET("/api/v1/contracts", { params: { query: { phase: "draft", limit: 6 } } })).data!,
  });
  const drafts = found.data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading}>{say({ fr: "À accepter", en: "To be accepted" })}</h2>
      <ul className={styles.list}>
        {drafts.slice(0, 5).map(({ contract, name, tenantName }) => (
          <li key={contract} className={styles.draft}>
            <Link to="/contracts/$contract/acceptance" params={{ contract }}>
              {name}
            </Link>
            <span>
              {here.kind === "customer" ? "" : `${tenantName} · `}
              {say({ fr: "rien n'est dû avant l'acceptation", en: "nothing is owed before acceptance" })}
            </span>
          </li>
        ))}
      </ul>
      {drafts.length > 5 && (
        <Link to="/contracts" search={{ phase: "draft" }}>
          {say({ fr: "Tous les contrats à accepter", en: "All contracts to be accepted" })}
        </Link>
      )}
    </section>
  );
}
