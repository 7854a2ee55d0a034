import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { enterByPasskey, hasPasskeys, wasLeft } from "../../kit/passkeys.ts";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import styles from "./enter.module.css";

/** The way in by a passkey, where the browser has any. */
export function PasskeyButton({ entered }: { entered: () => void }) {
  const { language, say } = useLanguage();
  const enter = useMutation({ mutationFn: () => enterByPasskey(language), onSuccess: entered });
  if (!hasPasskeys()) return null;
  return (
    <>
      <div className={styles.or}>{say({ fr: "ou", en: "or" })}</div>
      <Trouble error={wasLeft(enter.error) ? null : enter.error} />
      <Button variant="default" fullWidth size="md" loading={enter.isPending} onClick={() => enter.mutate()}>
        {say({ fr: "Entrer avec une clé d'accès", en: "Sign in with a passkey" })}
      </Button>
    </>
  );
}
