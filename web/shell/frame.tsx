import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import type { ScreenListed } from "../kit/screen.ts";
import { ask, openServer, Refusal, ServerProvider } from "../kit/server.tsx";
import { type Membership, type Person, SpaceProvider } from "../kit/space.tsx";
import { Trouble } from "../kit/trouble.tsx";
import { written } from "../kit/written.ts";
import { WrittenText } from "../kit/written-text.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { useLanguage } from "../kit/words/language.tsx";
import { Menu } from "./menu.tsx";
import { NoSpace } from "./no-space.tsx";
import { rememberedSpace, rememberSpace } from "./remembered-space.ts";
import { ToEntrance } from "./to-entrance.tsx";
import styles from "./frame.module.css";

interface Me {
  person: Person;
  memberships: readonly Membership[];
}

/** What is around every screen: who looks, as a member of what, and the way to other screens. */
export function Frame({ screens }: { screens: readonly ScreenListed[] }) {
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(() => rememberedSpace());
  const me = useQuery({ queryKey: ["me"], queryFn: () => ask<Me>("/api/v1/me", language), staleTime: 60_000 });
  const here = me.data?.memberships.find(({ tenant }) => tenant === chosen) ?? me.data?.memberships[0];
  const tenant = here?.tenant;
  const server = useMemo(() => openServer(tenant, language), [tenant, language]);
  const go = useCallback(
    (next: string) => {
      rememberSpace(next);
      setChosen(next);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    },
    [queries],
  );
  if (me.error instanceof Refusal && me.error.problem.status === 401) return <ToEntrance />;
  if (me.error) return <Trouble error={me.error} again={() => void me.refetch()} />;
  if (!me.data && written?.path === location.pathname) return <WrittenText />;
  if (!me.data) return <Waiting what={{ fr: "Un instant : on vérifie qui vous êtes.", en: "One moment: finding out who you are." }} />;
  if (!here) return <NoSpace person={me.data.person} />;
  return (
    <SpaceProvider value={{ ...me.data, here, go }}>
      <ServerProvider value={server}>
        <div className={styles.frame}>
          <Menu screens={screens} />
          <Outlet key={here.tenant} />
        </div>
      </ServerProvider>
    </SpaceProvider>
  );
}
