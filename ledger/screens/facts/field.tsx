import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useSay } from "#web/kit/words/language.tsx";
import { fieldSaid, partySaid, valueSaid } from "./words.ts";

interface Asked {
  name: string;
  type: string;
  required: boolean;
  value: string;
  error?: string | undefined;
  change: (value: string) => void;
}

const hints: Readonly<Record<string, { fr: string; en: string }>> = {
  amount: { fr: "par exemple 1 240,50 EUR", en: "for example 1240.50 EUR" },
  price: { fr: "par exemple 24,00 EUR", en: "for example 24.00 EUR" },
  percent: { fr: "par exemple 99,95", en: "for example 99.95" },
  days: { fr: "en jours", en: "in days" },
  "list of text": { fr: "séparés par des virgules", en: "separated by commas" },
  parties: { fr: "séparées par des virgules", en: "separated by commas" },
  figures: { fr: "une par ligne : clause.chiffre: valeur", en: "one a line: clause.figure: value" },
};

const parties = ["provider", "distributor", "customer", "administrator", "affiliate", "user", "supervisor", "third-party"];

/** One field of a fact, in the way of its type. */
export function FactField({ name, type, required, value, error, change }: Asked) {
  const say = useSay();
  const hint = hints[type];
  const shared = {
    label: say(fieldSaid(name)),
    required,
    value,
    ...(error !== undefined && { error }),
    ...(hint && { description: say(hint) }),
  };
  const choices = type.startsWith("one of ")
    ? type
        .slice("one of ".length)
        .split(", ")
        .map((one) => ({ value: one, label: say(valueSaid(one)) }))
    : type === "yes or no"
      ? ["yes", "no"].map((one) => ({ value: one, label: say(valueSaid(one)) }))
      : type === "party"
        ? parties.map((one) => ({ value: one, label: say(partySaid(one)) }))
        : undefined;
  if (choices)
    return (
      <NativeSelect {...shared} onChange={(event) => change(event.currentTarget.value)} data={[{ value: "", label: "—" }, ...choices]} />
    );
  if (type === "figures" || name === "note" || name === "reason")
    return <Textarea {...shared} autosize minRows={2} onChange={(event) => change(event.currentTarget.value)} />;
  const native = type === "instant" ? "datetime-local" : type === "date" ? "date" : "text";
  return (
    <TextInput
      {...shared}
      type={native}
      {...((type === "number" || type === "percent" || type === "days") && { inputMode: "decimal" as const })}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
