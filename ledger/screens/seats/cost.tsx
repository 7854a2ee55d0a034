import { useQuery } from "@tanstack/react-query";
import { parseFraction } from "#kernel/money/fraction.ts";
import { sayNumber } from "#kernel/words/numbers.ts";
import { useServer } from "#web/kit/server.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { raising } from "./seat-facts.ts";
import type { Cap } from "./cap-words.ts";
import styles from "./seats.module.css";

interface Owed {
  type: string;
  state: string;
  figure?: { value: string; unit: string };
}

/** What a notice of increase would make due at once: the contract is asked, nothing is recorded. */
export function Cost({ contract, cap, quantity }: { contract: string; cap: Cap; quantity: number }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const { increase } = cap;
  const found = useQuery({
    queryKey: ["contract", contract, "if-raised", cap.clause, quantity, language],
    enabled: increase !== undefined,
    queryFn: async () => {
      const body = { id: "trial", ...raising(increase!, quantity, "n-trial") };
      const { data } = await server.POST("/api/v1/contracts/{contract}/facts/trial", { params: { path: { contract } }, body });
      return data!.items as unknown as Owed[];
    },
  });
  if (!found.data) return null;
  const amounts = found.data.filter(({ type }) => type === "amount");
  const said = amounts.flatMap(({ figure }) => {
    const value = figure && parseFraction(figure.value);
    return value ? [sayNumber(value, figure.unit, language)] : [];
  });
  return (
    <p className={styles.cost}>
      {said.length > 0 ? (
        <>
          {say({ fr: "Ce que l'avis rend dû : ", en: "What the notice makes due: " })}
          <strong>{said.join(" + ")}</strong>
          {say({ fr: ", puis chaque période pour {n}.", en: ", then each period for {n}." }, { n: quantity })}
        </>
      ) : amounts.length > 0 ? (
        say({
          fr: "L'avis ouvre un complément dont le montant n'est pas connu : le contrat ne fixe pas le prix.",
          en: "The notice opens a complement of unknown amount: the contract does not fix the price.",
        })
      ) : (
        say(
          {
            fr: "Rien n'est dû sur-le-champ ; les périodes à venir se facturent pour {n}.",
            en: "Nothing falls due at once; periods to come are billed for {n}.",
          },
          { n: quantity },
        )
      )}
    </p>
  );
}
