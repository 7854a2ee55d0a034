import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useServer } from "#web/kit/server.tsx";
import { useMay } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay, type Words } from "#web/kit/words/language.tsx";
import type { FactSaid } from "../life/fact-words.ts";
import type { ProofFault, Proven } from "./proof.ts";
import styles from "./proven.module.css";

const faults: Readonly<Record<ProofFault, Words>> = {
  unsigned: { fr: "le serveur ne donne pas de point de contrôle signé", en: "the server gives no signed checkpoint" },
  signature: { fr: "la signature n'est pas celle de l'installation", en: "the signature is not the installation's" },
  "other-log": { fr: "le point de contrôle est celui d'un autre journal", en: "the checkpoint is another log's" },
  size: { fr: "la taille annoncée n'est pas celle qui est signée", en: "the size told is not the one signed" },
  "not-in-log": { fr: "le chemin ne mène pas à l'empreinte signée", en: "the path does not lead to the signed root" },
  "other-entry": { fr: "l'écriture prouvée n'est pas celle qui a servi au calcul", en: "the entry proven is not the one computed with" },
  unreadable: { fr: "la preuve ne se lit pas", en: "the proof cannot be read" },
};

/** How many proofs are asked for at a time. */
const AT_ONCE = 4;

/** Whether each fact cited is in the signed log: worked out here, not believed. */
export function Proof({ contract, facts }: { contract: string; facts: readonly FactSaid[] }) {
  const say = useSay();
  const may = useMay("evidence:read");
  const server = useServer();
  const used = facts.flatMap(({ name, entry }) => (entry ? [{ name, ...entry }] : []));
  const proof = useQuery({
    queryKey: ["contract", contract, "proof", used.map(({ position }) => position)],
    enabled: false,
    queryFn: async (): Promise<{ name: string; proven: Proven }[]> => {
      const { verifyEntry } = await import("./proof.ts");
      const key = (await server.GET("/api/v1/evidence-key", { parseAs: "text" })).data!;
      const prove = async ({ name, ...entry }: (typeof used)[number]) => {
        const params = { path: { contract }, query: { entry: entry.position } };
        const { data } = await server.GET("/api/v1/contracts/{contract}/proof", { params });
        return { name, proven: verifyEntry(data!, entry, contract, key) };
      };
      const found: { name: string; proven: Proven }[] = [];
      for (let from = 0; from < used.length; from += AT_ONCE)
        found.push(...(await Promise.all(used.slice(from, from + AT_ONCE).map(prove))));
      return found;
    },
  });
  if (!may)
    return (
      <p className={styles.note}>
        {say({
          fr: "Vérifier le journal demande le droit de lire les preuves.",
          en: "To verify the log, you must be allowed to read evidence.",
        })}
      </p>
    );
  if (used.length === 0) return <p className={styles.note}>{say({ fr: "Aucun fait à vérifier.", en: "No fact to verify." })}</p>;
  return (
    <div className={styles.proof}>
      {proof.error && <Trouble error={proof.error} again={() => void proof.refetch()} />}
      {proof.data ? (
        <Verdict found={proof.data} />
      ) : (
        <Button variant="default" size="xs" loading={proof.isFetching} onClick={() => void proof.refetch()}>
          {say(
            used.length === 1
              ? { fr: "Vérifier ici que ce fait est dans le journal", en: "Verify here that this fact is in the log" }
              : { fr: "Vérifier ici que ces {n} faits sont dans le journal", en: "Verify here that these {n} facts are in the log" },
            { n: used.length },
          )}
        </Button>
      )}
    </div>
  );
}

function Verdict({ found }: { found: readonly { name: string; proven: Proven }[] }) {
  const say = useSay();
  const bad = found.flatMap(({ name, proven }) => (proven.holds ? [] : [{ name, fault: proven.fault }]));
  const last = found.flatMap(({ proven }) => (proven.holds ? [proven] : [])).at(-1);
  if (bad.length > 0 || !last)
    return (
      <div role="alert" className={styles.bad}>
        <strong>✗ {say({ fr: "Ne tient pas", en: "Does not hold" })}</strong>
        <ul>
          {bad.map(({ name, fault }) => (
            <li key={name}>
              <code>{name}</code> : {say(faults[fault])}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div role="status" className={styles.good}>
      <strong>✓ {say({ fr: "Vérifié ici, dans ce navigateur", en: "Verified here, in this browser" })}</strong>
      <p>
        {say(
          { fr: "Journal de {size} écritures, signé par {signer}. Empreinte :", en: "A log of {size} entries, signed by {signer}. Root:" },
          { size: last.size, signer: last.signer },
        )}{" "}
        <code>{last.root}</code>
      </p>
    </div>
  );
}
