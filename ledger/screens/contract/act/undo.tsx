import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Done } from "./done.ts";
import styles from "./undo.module.css";

const MINUTE = 60_000;

/** Says what was recorded, and for a minute offers to withdraw it: a fact of its own, since nothing is ever erased. */
export function Undo({ contract, done, gone }: { contract: string; done: Done; gone: () => void }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const [id] = useState(() => `console-${crypto.randomUUID()}`);
  useEffect(() => {
    const timer = setTimeout(gone, MINUTE);
    return () => clearTimeout(timer);
  }, [gone]);
  const undo = useMutation({
    mutationFn: async () => {
      const body = { id, kind: "fact.withdrawn", fields: { target: done.target } };
      await server.POST("/api/v1/contracts/{contract}/facts", { params: { path: { contract } }, body });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["contract", contract, "standing"] }),
  });
  return (
    <div className={styles.undo} role="status">
      <p>
        {undo.isSuccess
          ? say(
              { fr: "Retiré : {what}. Les deux faits restent au journal.", en: "Withdrawn: {what}. Both facts stay in the log." },
              { what: done.words },
            )
          : done.refused
            ? say(
                { fr: "Enregistré, et refusé par une clause : {what}.", en: "Recorded, and refused by a clause: {what}." },
                { what: done.words },
              )
            : say({ fr: "Enregistré : {what}.", en: "Recorded: {what}." }, { what: done.words })}
      </p>
      {undo.error && <Trouble error={undo.error} />}
      {!undo.isSuccess && (
        <Button size="xs" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
          {say({ fr: "Retirer", en: "Undo" })}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={gone}>
        {say({ fr: "Fermer", en: "Close" })}
      </Button>
    </div>
  );
}
