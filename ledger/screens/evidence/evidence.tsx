import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Page } from "#web/kit/page.tsx";
import { Section } from "#web/kit/section.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Shown } from "#web/kit/shown.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { ContractDoors } from "../doors/contract-doors.tsx";
import { ContractLink } from "../doors/contract-link.tsx";
import { Checkpoints } from "./checkpoints.tsx";
import { download } from "./download.ts";
import styles from "./evidence.module.css";

/** How a contract is proven: what to take away, what was signed, and how to check it without us. */
export function Screen() {
  const { say } = useLanguage();
  const server = useServer();
  const { contract = "" } = useParams({ strict: false });
  const key = useQuery({
    queryKey: ["evidence-key"],
    queryFn: async () => ((await server.GET("/api/v1/evidence-key", { parseAs: "text" })).data as string).trim(),
    staleTime: Infinity,
  });
  return (
    <Page title={say({ fr: "Preuves", en: "Evidence" })} lead={<ContractLink contract={contract} />}>
      <ContractDoors contract={contract} />
      <Section
        title={say({ fr: "À emporter", en: "To take away" })}
        lead={say({
          fr: "Gardez ces fichiers là où vous seul écrivez : ils se vérifient sans nous.",
          en: "Keep these files where only you write: they are verified without us.",
        })}
      >
        <div className={styles.files}>
          <Taken
            path="evidence"
            title={say({ fr: "Le dossier de preuve", en: "The evidence pack" })}
            about={say({
              fr: "Textes, faits, journal et signatures, en un fichier JSON.",
              en: "Texts, facts, log and signatures, in one JSON file.",
            })}
          />
          <Taken
            path="standing.pdf"
            title={say({ fr: "L'état du contrat, sur papier", en: "The contract's standing, on paper" })}
            about={say({
              fr: "Ce qui tient maintenant (PDF/A), le point de contrôle joint.",
              en: "What stands now (PDF/A), the checkpoint enclosed.",
            })}
          />
          <Taken
            path="checkpoint"
            title={say({ fr: "Le point de contrôle du jour", en: "Today's checkpoint" })}
            about={say({
              fr: "Quelques lignes signées. Gardées, elles empêchent qu'on change ou retire quoi que ce soit d'antérieur.",
              en: "A few signed lines. Kept, they stop anybody from changing or dropping anything that came before.",
            })}
          />
        </div>
      </Section>
      <Section
        title={say({ fr: "Vérifier hors ligne", en: "Verify offline" })}
        lead={say({
          fr: "Sans serveur ni base : tenu verify refait les comptes et nomme la première chose qui ne tient pas.",
          en: "No server, no database: tenu verify works everything out again and names the first thing that does not hold.",
        })}
      >
        <ol className={styles.steps}>
          <li>
            {say({
              fr: "Comparez cette clé avec celle que vous avez reçue par un autre chemin, puis enregistrez-la dans provider.vkey.",
              en: "Compare this key with the one that came to you another way, then save it as provider.vkey.",
            })}
            {key.data !== undefined && <Shown label={say({ fr: "Clé de l'installation", en: "The installation's key" })} text={key.data} />}
          </li>
          <li>
            {say({ fr: "Téléchargez le dossier de preuve ci-dessus, puis lancez :", en: "Download the evidence pack above, then run:" })}
            <Shown label={say({ fr: "Dans un terminal", en: "In a terminal" })} text="npx tenu verify evidence.json --key provider.vkey" />
          </li>
          <li>
            {say({
              fr: "Ajoutez « --checkpoint » et un point de contrôle gardé d'un autre jour : rien de ce qui était signé alors n'a pu changer depuis.",
              en: "Add `--checkpoint` and one that you kept from another day: nothing that was signed then can have changed since.",
            })}
          </li>
        </ol>
      </Section>
      <Section
        title={say({ fr: "Ce qui fut signé", en: "What was signed" })}
        lead={say({
          fr: "Chaque point de contrôle engage sur tout ce qui le précède. Un témoin qui contresigne atteste qu'il a vu le même journal.",
          en: "Each checkpoint binds all that came before it. A witness who cosigns attests that it saw the same log.",
        })}
      >
        <Checkpoints contract={contract} />
      </Section>
    </Page>
  );
}

function Taken({ path, title, about }: { path: Parameters<typeof download>[0]; title: string; about: string }) {
  const { language, say } = useLanguage();
  const { here } = useSpace();
  const { contract = "" } = useParams({ strict: false });
  const take = useMutation({ mutationFn: () => download(path, contract, here.tenant, language) });
  return (
    <div className={styles.file}>
      <div>
        <strong>{title}</strong>
        <p>{about}</p>
      </div>
      <Button
        variant="default"
        loading={take.isPending}
        onClick={() => take.mutate()}
        aria-label={say({ fr: "Télécharger : {title}", en: "Download: {title}" }, { title })}
      >
        {say({ fr: "Télécharger", en: "Download" })}
      </Button>
      <Trouble error={take.error} />
    </div>
  );
}
