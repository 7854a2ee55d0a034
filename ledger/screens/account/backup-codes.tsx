import { Button } from "@mantine/core";
import { Choices } from "#web/kit/dialog.tsx";
import { Copy } from "#web/kit/copy.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import styles from "./account.module.css";

/** Codes for the day when the telephone is gone; shown here only. */
export function BackupCodes({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const say = useSay();
  return (
    <>
      <p>
        {say({
          fr: "Pour le jour où le téléphone manquera : chacun de ces codes ouvre une fois. Gardez-les hors de ce téléphone ; ils ne seront plus montrés.",
          en: "For the day the telephone is gone: each of these codes opens once. Keep them somewhere else than on it; they are not shown again.",
        })}
      </p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Choices>
        <Copy text={codes.join("\n")} />
        <Button onClick={close}>{say({ fr: "Ils sont en lieu sûr", en: "They are in a safe place" })}</Button>
      </Choices>
    </>
  );
}
