import { PasswordInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { FieldProps } from "./form.ts";
import { useSay } from "./words/language.tsx";

/** A password, which its writer may look at. */
export function PasswordField(
  props: FieldProps & { label: string; autoComplete: "current-password" | "new-password"; description?: ReactNode },
) {
  const say = useSay();
  return (
    <PasswordInput
      {...props}
      required
      withAsterisk={false}
      spellCheck={false}
      inputWrapperOrder={["label", "input", "error", "description"]}
      visibilityToggleButtonProps={{
        "aria-label": say({ fr: "Montrer ou cacher le mot de passe", en: "Show or hide the password" }),
        tabIndex: 0,
      }}
    />
  );
}
