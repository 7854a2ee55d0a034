import { NativeSelect, TextInput } from "@mantine/core";
import { useSay } from "#web/kit/words/language.tsx";
import type { ActField } from "../life/acts.ts";

const types: Readonly<Partial<Record<ActField["input"], string>>> = { instant: "datetime-local", date: "date" };

/** One field of a fact, as its kind declares it. */
export function Field({ field, value, change }: { field: ActField; value: string; change: (value: string) => void }) {
  const say = useSay();
  const label = `${field.words.charAt(0).toLocaleUpperCase()}${field.words.slice(1)}`;
  if (field.choices)
    return (
      <NativeSelect
        size="sm"
        label={label}
        required={field.required}
        value={value}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        data={[
          { value: "", label: field.required ? "" : say({ fr: "non précisé", en: "not said" }) },
          ...field.choices.map((one) => ({ value: one.value, label: one.words })),
        ]}
      />
    );
  return (
    <TextInput
      size="sm"
      label={label}
      required={field.required}
      type={types[field.input] ?? "text"}
      {...(field.input === "number" && { inputMode: "decimal" as const })}
      {...(field.input === "amount" && { placeholder: "12.50 EUR" })}
      {...(field.input === "list" && { description: say({ fr: "séparés par des virgules", en: "separated by commas" }) })}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
