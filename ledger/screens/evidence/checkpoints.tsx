import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { instantWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { signedIn, witnessesOf } from "./note.ts";
import styles from "./evidence.module.css";

/** How large the log is, and every checkpoint that was ever signed of it, with its witnesses. */
export function Checkpoints({ contract }: { contract: string }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const path = { contract };
  const head = useQuery({
    queryKey: ["contract", contract],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}", { params: { path } })).data!,
  });
  const found = useInfiniteQuery({
    queryKey: ["checkpoints", contract],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) };
      return (await server.GET("/api/v1/contracts/{contract}/checkpoints", { params: { path, query } })).data!;
    },
    getNextPageParam: ({ next }) => next,
  });
  const checkpoints = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const size = head.data?.size;
  return (
    <>
      <Trouble error={found.error ?? head.error} again={() => (void found.refetch(), void head.refetch())} />
      {found.isPending && <Waiting what={{ fr: "Les signatures arrivent.", en: "The signatures are coming." }} />}
      {size !== undefined && (
        <p className={styles.size}>{say({ fr: "Le journal compte {size} écritures.", en: "The log holds {size} entries." }, { size })}</p>
      )}
      {found.data && checkpoints.length === 0 && (
        <p>
          {say({
            fr: "Rien n'a encore été signé : un point de contrôle l'est dès que quelqu'un le demande. Téléchargez-en un ci-dessus.",
            en: "Nothing has been signed yet: a checkpoint is as soon as somebody asks for it. Download one above.",
          })}
        </p>
      )}
      <ul className={styles.checkpoints}>
        {checkpoints.map((one) => {
          const witnesses = witnessesOf(signedIn(one.note));
          return (
            <li key={`${one.size} ${one.signer}`}>
              <div>
                <strong>{say({ fr: "{size} écritures", en: "{size} entries" }, { size: one.size })}</strong>
                {one.size === size && <span className={styles.present}>{say({ fr: "tout le journal", en: "the whole log" })}</span>}
              </div>
              <div className={styles.soft}>
                {say(
                  { fr: "signé le {at} par {signer}", en: "signed {at} by {signer}" },
                  { at: instantWords(Date.parse(one.signed), language), signer: one.signer },
                )}
              </div>
              <div className={styles.soft}>
                {witnesses.length === 0
                  ? say({ fr: "aucun témoin", en: "no witness" })
                  : say({ fr: "contresigné par {names}", en: "cosigned by {names}" }, { names: witnesses.join(", ") })}
              </div>
              <code className={styles.root}>{one.root}</code>
            </li>
          );
        })}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {say({ fr: "Plus anciens", en: "Older" })}
        </Button>
      )}
    </>
  );
}
