import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useSpace } from "#web/kit/space.tsx";
import { type Words, useSay } from "#web/kit/words/language.tsx";
import type { SpaceKind } from "#web/kit/screen.ts";
import styles from "./contract-doors.module.css";

interface Door {
  path: string;
  title: Words;
  /** Whose door it is; everybody's where it is not said. */
  of?: readonly SpaceKind[];
  /** Only for whoever has it. */
  scope?: string;
}

const doors: readonly Door[] = [
  { path: "/contracts/$contract/seats", title: { fr: "Accès", en: "Seats" } },
  { path: "/contracts/$contract/opening", title: { fr: "Ouverture", en: "Opening" } },
  { path: "/contracts/$contract/support", title: { fr: "Assistance", en: "Support access" } },
  { path: "/contracts/$contract/alert", title: { fr: "Accès non autorisé", en: "Unauthorised access" } },
  { path: "/contracts/$contract/facts", title: { fr: "Faits", en: "Facts" } },
  { path: "/contracts/$contract/evidence", title: { fr: "Preuves", en: "Evidence" }, scope: "evidence:read" },
  { path: "/contracts/$contract/comparison", title: { fr: "Comparer", en: "Compare" } },
  { path: "/contracts/$contract/closing", title: { fr: "Fermeture du compte", en: "Closing the account" }, of: ["customer"] },
];

/** The ways from a contract to what is done under it. */
export function ContractDoors({ contract }: { contract: string }) {
  const say = useSay();
  const { kind, scopes } = useSpace().here;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (list.current && here) list.current.scrollLeft = here.offsetLeft - list.current.offsetLeft - 24;
  }, []);
  return (
    <nav className={styles.doors} aria-label={say({ fr: "Ce qui se fait sous ce contrat", en: "What is done under this contract" })}>
      <ul ref={list}>
        {doors
          .filter(({ of, scope }) => (of?.includes(kind) ?? true) && (scope === undefined || scopes.includes(scope)))
          .map(({ path, title }) => (
            <li key={path}>
              <Link to={path} params={{ contract } as never}>
                {say(title)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
