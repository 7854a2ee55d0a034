import { SegmentedControl } from "@mantine/core";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Narrowed } from "./due.ts";
import { typeWords } from "./words.ts";
import styles from "./narrowing.module.css";

const types = ["obligation", "right", "amount"] as const;

/** Whose matters, and of which kind. */
export function Narrowing({ narrowed, narrow }: { narrowed: Narrowed; narrow: (to: Narrowed) => void }) {
  const say = useSay();
  const { here } = useSpace();
  const { side, type, ...rest } = narrowed;
  return (
    <div className={styles.narrowing}>
      <SegmentedControl
        size="sm"
        aria-label={say({ fr: "De qui", en: "Whose" })}
        value={side ?? "all"}
        onChange={(value) => narrow({ ...rest, ...(type && { type }), ...(value !== "all" && { side: value as "mine" }) })}
        data={[
          { value: "all", label: say({ fr: "Tout", en: "All" }) },
          { value: "mine", label: say({ fr: "À nous", en: "Ours" }) },
          {
            value: "theirs",
            label: say(here.kind === "customer" ? { fr: "Aux prestataires", en: "Providers'" } : { fr: "Aux autres", en: "Others'" }),
          },
        ]}
      />
      <SegmentedControl
        size="sm"
        aria-label={say({ fr: "De quelle sorte", en: "Of which kind" })}
        value={type ?? "all"}
        onChange={(value) => narrow({ ...rest, ...(side && { side }), ...(value !== "all" && { type: value as "right" }) })}
        data={[
          { value: "all", label: say({ fr: "Toutes sortes", en: "Every kind" }) },
          ...types.map((one) => ({ value: one, label: say(typeWords[one]!) })),
        ]}
      />
    </div>
  );
}
