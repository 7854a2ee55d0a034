import type { FieldProps } from "./form.ts";
import styles from "./new-password-field.module.css";
import { PasswordField } from "./password-field.tsx";
import { useSay } from "./words/language.tsx";
import { strengthOf, type Wanted } from "./words/strength.ts";

/** A password to be chosen, which says while it is written whether it will do. */
export function NewPasswordField({ strong = false, about = [], label, ...field }: FieldProps & Wanted & { label?: string }) {
  const say = useSay();
  const { level, words, values } = strengthOf(field.value, { strong, about });
  const description = (
    <span className={styles.strength} data-level={level}>
      <span className={styles.bar} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= level} />
        ))}
      </span>
      <span aria-live="polite">{say(words, values)}</span>
    </span>
  );
  return (
    <PasswordField
      {...field}
      autoComplete="new-password"
      label={label ?? say({ fr: "Mot de passe", en: "Password" })}
      description={field.error === undefined && description}
    />
  );
}
