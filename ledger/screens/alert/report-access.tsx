import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Done } from "#web/kit/done.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { reasonsIn } from "../acting/use-tell.ts";
import styles from "./alert.module.css";

/** One click reports unauthorised access: anybody of the customer may. Stands wherever it is put. */
export function ReportAccess({ contract }: { contract: string }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const queries = useQueryClient();
  const report = useMutation({
    mutationFn: async () =>
      (await server.POST("/api/v1/contracts/{contract}/unauthorised-access", { params: { path: { contract } } })).data!,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["contract", contract] }),
  });
  const refused = report.data?.outcome === "refused";
  return (
    <div className={styles.report}>
      <Button color="missed" size="md" loading={report.isPending} onClick={() => report.mutate()}>
        {say({ fr: "Signaler un accès non autorisé", en: "Report unauthorised access" })}
      </Button>
      <Trouble error={report.error} />
      {refused && <Refusal reasons={reasonsIn(report.data!.items, language)} />}
      <Done when={report.data?.outcome === "effective"}>
        {say({ fr: "C'est signalé ; voyez ci-dessous ce qui s'ouvre.", en: "Reported; see below what it opens." })}
      </Done>
    </div>
  );
}
