import { NativeSelect, TextInput } from "@mantine/core";
import { useLanguage } from "#web/kit/words/language.tsx";
import { FigureField } from "./figure-field.tsx";
import type { Asked, Order } from "./order.ts";
import { qualities, valueSaid } from "./words.ts";
import styles from "./new-contract.module.css";

interface Filling {
  asked: Asked;
  order: Order;
  fill: (part: "figures" | "readings" | "order", key: string, value: string) => void;
}

/** What the terms leave to the order: figures, choices, documents to name, and readings that may be chosen. */
export function Particulars({ asked, order, fill }: Filling) {
  const { language, say } = useLanguage();
  const { figures, readings } = asked;
  return (
    <>
      <div className={styles.grid}>
        <NativeSelect
          label={say({ fr: "Qualité du client", en: "The customer's quality" })}
          description={say({ fr: "Elle décide de la loi qui le protège.", en: "It decides which law protects it." })}
          value={order.order["customer-quality"] ?? "professional"}
          onChange={(event) => fill("order", "customer-quality", event.currentTarget.value)}
          data={Object.entries(qualities).map(([value, words]) => ({ value, label: say(words) }))}
        />
        {asked.order.map(({ key, cases, article }) =>
          cases === undefined ? (
            <TextInput
              key={key}
              label={say({ fr: "Document : {key}", en: "Document: {key}" }, { key: key.replaceAll("-", " ") })}
              description={say(
                {
                  fr: "Auquel renvoie l'art. {article} ; son titre et sa version",
                  en: "Referred to by art. {article}; its title and version",
                },
                { article },
              )}
              value={order.order[key] ?? ""}
              onChange={(event) => fill("order", key, event.currentTarget.value)}
            />
          ) : (
            <NativeSelect
              key={key}
              required
              label={say(valueSaid(key))}
              description={say({ fr: "art. {article}", en: "art. {article}" }, { article })}
              value={order.order[key] ?? ""}
              onChange={(event) => fill("order", key, event.currentTarget.value)}
              data={[{ value: "", label: "—" }, ...cases.map((one) => ({ value: one, label: say(valueSaid(one)) }))]}
            />
          ),
        )}
        {figures
          .filter(({ blank }) => !blank)
          .map((one) => (
            <FigureField
              key={one.address}
              asked={one}
              value={order.figures[one.address] ?? ""}
              change={(value) => fill("figures", one.address, value)}
            />
          ))}
      </div>
      {figures.some(({ blank }) => blank) && (
        <details className={styles.details}>
          <summary>{say({ fr: "Chiffres que le texte laisse en blanc", en: "Figures that the text leaves blank" })}</summary>
          <div className={styles.grid}>
            {figures
              .filter(({ blank }) => blank)
              .map((one) => (
                <FigureField
                  key={one.address}
                  asked={one}
                  value={order.figures[one.address] ?? ""}
                  change={(value) => fill("figures", one.address, value)}
                />
              ))}
          </div>
        </details>
      )}
      {readings.length > 0 && (
        <details className={styles.details}>
          <summary>{say({ fr: "Clauses qui se lisent de plusieurs façons", en: "Clauses that can be read in several ways" })}</summary>
          <div className={styles.grid}>
            {readings.map(({ clause, article, words, chosen, alternatives, because }) => (
              <NativeSelect
                key={clause}
                label={words[language]}
                description={`art. ${article}${because ? ` · ${because[language]}` : ""}`}
                value={order.readings[clause] ?? chosen ?? ""}
                onChange={(event) => fill("readings", clause, event.currentTarget.value === chosen ? "" : event.currentTarget.value)}
                data={alternatives}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
