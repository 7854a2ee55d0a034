import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { type Language, useLanguage } from "../kit/words/language.tsx";

/** In which light somebody reads. */
export function Light() {
  const { say } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={say({ fr: "Lumière", en: "Light" })}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
      data={[
        { value: "light", label: say({ fr: "Clair", en: "Light" }) },
        { value: "auto", label: say({ fr: "Auto", en: "Auto" }) },
        { value: "dark", label: say({ fr: "Sombre", en: "Dark" }) },
      ]}
    />
  );
}

/** In which language somebody reads. */
export function Tongue() {
  const { language, say, change } = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={say({ fr: "Langue", en: "Language" })}
      value={language}
      onChange={(value) => change(value as Language)}
      data={[
        { value: "fr", label: "Français" },
        { value: "en", label: "English" },
      ]}
    />
  );
}
