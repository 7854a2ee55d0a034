import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "#web/kit/page.tsx";
import { Section } from "#web/kit/section.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { Findings } from "./findings.tsx";
import { qualities } from "./words.ts";
import styles from "./acceptance.module.css";

/** Expresses the acceptance of a draft: each document in its exact version, and the capacity in which one accepts. */
export function Screen() {
  const { language, say } = useLanguage();
  const server = useServer();
  const { here } = useSpace();
  const may = useMay("facts:write") && here.kind !== "distributor";
  const { contract = "" } = useParams({ strict: false });
  const path = { contract };
  const found = useQuery({
    queryKey: ["contract", contract],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}", { params: { path } })).data!,
  });
  const findings = useQuery({
    queryKey: ["findings", contract, language],
    queryFn: async () => (await server.GET("/api/v1/contracts/{contract}/findings", { params: { path } })).data!.items,
  });
  const titles = useQuery({ queryKey: ["documents"], queryFn: async () => (await server.GET("/api/v1/documents")).data!.items });
  const [read, setRead] = useState<readonly string[]>([]);
  const [capacity, setCapacity] = useState(false);
  const accept = useAccept(contract);
  const { name, documents = [], phase, particulars } = found.data ?? {};
  const quality = (particulars as { order?: Record<string, string> } | undefined)?.order?.["customer-quality"] ?? "professional";
  const all = documents.length > 0 && documents.every(({ digest }) => read.includes(digest)) && capacity;
  const tick = (digest: string) => setRead(read.includes(digest) ? read.filter((one) => one !== digest) : [...read, digest]);
  const titleOf = (id: string, version: string) =>
    titles.data?.find((one) => one.id === id && one.version === version)?.title[language] ?? id;
  return (
    <Page
      title={
        name === undefined ? say({ fr: "Acceptation", en: "Acceptance" }) : say({ fr: "Accepter {name}", en: "Accept {name}" }, { name })
      }
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Le contrat arrive.", en: "The contract is coming." }} />}
      {phase !== undefined && phase !== "draft" && (
        <p>
          {say({ fr: "Ce contrat est accepté déjà.", en: "This contract is accepted already." })}{" "}
          <Link to="/contracts/$contract" params={{ contract }}>
            {say({ fr: "Le lire", en: "Read it" })}
          </Link>
        </p>
      )}
      {phase === "draft" && (
        <>
          <Section
            title={say({ fr: "Ce qui est accepté", en: "What is accepted" })}
            lead={
              <>
                {say({
                  fr: "Ces versions-là, à l'octet près ; aucune autre ne vous liera.",
                  en: "These versions, to the byte; no other will bind you.",
                })}{" "}
                <Link to="/contracts/$contract" params={{ contract }}>
                  {say({ fr: "Lire le contrat", en: "Read the contract" })}
                </Link>
              </>
            }
          >
            <ul className={styles.documents}>
              {documents.map(({ id, version, digest }) => (
                <li key={digest}>
                  <Checkbox
                    checked={read.includes(digest)}
                    onChange={() => tick(digest)}
                    disabled={!may}
                    label={say(
                      { fr: "J'ai lu {title}, version {version}", en: "I have read {title}, version {version}" },
                      { title: titleOf(id, version), version },
                    )}
                    description={<code className={styles.digest}>SHA-256 {digest}</code>}
                  />
                </li>
              ))}
            </ul>
          </Section>
          {(findings.data?.length ?? 0) > 0 && (
            <Section
              title={say({ fr: "Avant d'accepter", en: "Before you accept" })}
              lead={say({ fr: "Ce qu'une relecture attentive remarque du texte.", en: "What a careful reader remarks about the text." })}
            >
              <Findings preview={{ problems: [], findings: findings.data! }} />
            </Section>
          )}
          <Section title={say({ fr: "Vous acceptez", en: "You accept" })}>
            {may ? (
              <form
                className={styles.form}
                onSubmit={(event) => {
                  event.preventDefault();
                  accept.mutate({ documents: documents.map(({ digest }) => digest), capacity: quality });
                }}
              >
                <Checkbox
                  checked={capacity}
                  onChange={(event) => setCapacity(event.currentTarget.checked)}
                  label={
                    quality === "professional"
                      ? say({
                          fr: "J'accepte en qualité de professionnel, pour les besoins de mon activité.",
                          en: "I accept as a professional, for the purposes of my trade.",
                        })
                      : say(
                          { fr: "J'accepte en qualité de {quality}.", en: "I accept as a {quality}." },
                          { quality: say(qualities[quality] ?? { fr: quality, en: quality }) },
                        )
                  }
                />
                {here.kind === "provider" && (
                  <p className={styles.soft}>
                    {say({
                      fr: "Vous enregistrez l'acceptation que le client vous a donnée.",
                      en: "You record the acceptance that the customer gave you.",
                    })}
                  </p>
                )}
                <Trouble error={accept.error} />
                {accept.data?.outcome === "refused" && <Refused items={accept.data.items} />}
                <div className={styles.deed}>
                  <Button type="submit" size="md" disabled={!all} loading={accept.isPending}>
                    {say({ fr: "Accepter le contrat", en: "Accept the contract" })}
                  </Button>
                  {!all && (
                    <span className={styles.soft}>
                      {say({ fr: "Cochez chaque document, et votre qualité.", en: "Tick each document, and your capacity." })}
                    </span>
                  )}
                </div>
              </form>
            ) : (
              <p>
                {say({
                  fr: "Seul le client peut l'accepter : son administrateur le trouve dans son espace.",
                  en: "Only the customer can accept it: its administrator finds it in its own space.",
                })}
              </p>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

/** What a clause said of the acceptance that it did not let stand. */
function Refused({ items }: { items: readonly { type: string; [key: string]: unknown }[] }) {
  const { language, say } = useLanguage();
  const reasons = items.flatMap((item) => {
    const words = (item["reason"] as { words?: Record<string, string> } | undefined)?.words?.[language];
    return item.type === "refusal" && words !== undefined ? [words] : [];
  });
  return (
    <div role="alert" className={styles.refused}>
      <strong>
        {say({
          fr: "Le contrat n'a pas laissé cette acceptation prendre effet.",
          en: "The contract did not let this acceptance take effect.",
        })}
      </strong>
      <ul>
        {reasons.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

function useAccept(contract: string) {
  const server = useServer();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (body: { documents: string[]; capacity: string }) =>
      (await server.POST("/api/v1/contracts/{contract}/acceptance", { params: { path: { contract } }, body: { ...body, form: "online" } }))
        .data!,
    onSuccess: ({ outcome }) => {
      for (const key of ["contract", "contracts", "today", "due"]) void queries.invalidateQueries({ queryKey: [key] });
      if (outcome === "effective") void navigate({ to: "/contracts/$contract", params: { contract } });
    },
  });
}
