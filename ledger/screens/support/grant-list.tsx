import { Button } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "#web/kit/confirm.tsx";
import { Row, Rows } from "#web/kit/rows.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { useTell } from "../acting/use-tell.ts";
import { When } from "../acting/when.tsx";
import { type Grant, grantee, stateWords } from "./access-words.ts";
import { UseList } from "./use-list.tsx";
import styles from "./support.module.css";

/** What was granted, to whom, and every use under it. */
export function GrantList({ contract, grants, mine }: { contract: string; grants: readonly Grant[]; mine: boolean }) {
  const say = useSay();
  const [revoked, setRevoked] = useState<Grant>();
  const nobody = say({ fr: "personne de nommé", en: "nobody named" });
  if (grants.length === 0) return null;
  return (
    <>
      <Rows label={say({ fr: "Accès accordés", en: "Grants" })}>
        {grants.map((grant) => (
          <Row
            key={grant.entry}
            name={grantee(grant, nobody)}
            about={<Terms grant={grant} />}
            state={<span className={grant.state === "refused" ? styles.refused : undefined}>{say(stateWords[grant.state])}</span>}
            actions={
              mine &&
              grant.state === "in force" && (
                <Button
                  variant="subtle"
                  color="missed"
                  size="compact-sm"
                  aria-label={say({ fr: "Retirer l'accès de {who}", en: "Revoke the access of {who}" }, { who: grantee(grant, nobody) })}
                  onClick={() => setRevoked(grant)}
                >
                  {say({ fr: "Retirer", en: "Revoke" })}
                </Button>
              )
            }
          >
            {grant.refused}
            <div className={styles.uses}>
              {grant.uses.length === 0 ? (
                <p>{say({ fr: "Rien n'a encore été lu sous cet accès.", en: "Nothing has been read under this access yet." })}</p>
              ) : (
                <UseList
                  label={say({ fr: "Usages de l'accès de {who}", en: "Uses of the access of {who}" }, { who: grantee(grant, nobody) })}
                  uses={grant.uses}
                />
              )}
            </div>
          </Row>
        ))}
      </Rows>
      {revoked && <Revoke contract={contract} grant={revoked} close={() => setRevoked(undefined)} />}
    </>
  );
}

function Terms({ grant: { scope, until, revoked } }: { grant: Grant }) {
  const say = useSay();
  const end = revoked ?? until;
  return (
    <>
      {scope ?? say({ fr: "sans objet dit", en: "no scope said" })}
      {end !== undefined && (
        <>
          {revoked === undefined ? say({ fr: " · jusqu'au ", en: " · until " }) : say({ fr: " · retiré le ", en: " · revoked " })}
          <When at={end} />
        </>
      )}
    </>
  );
}

function Revoke({ contract, grant, close }: { contract: string; grant: Grant; close: () => void }) {
  const say = useSay();
  const tell = useTell(contract);
  const act = {
    ...tell,
    mutate: () => tell.mutate({ kind: "access.revoked", subject: grant.subject, by: "administrator" }, { onSuccess: close }),
  };
  return (
    <Confirm
      title={say({ fr: "Retirer cet accès ?", en: "Revoke this access?" })}
      deed={say({ fr: "Retirer l'accès", en: "Revoke the access" })}
      act={act}
      close={close}
    >
      <p>
        {say(
          {
            fr: "{who} ne lira plus rien dès cet instant. Pour l'y laisser revenir, il faudra un nouvel accès.",
            en: "{who} will read nothing from this instant. To let them back in takes a new grant.",
          },
          { who: grantee(grant, say({ fr: "Cette personne", en: "This person" })) },
        )}
      </p>
    </Confirm>
  );
}
