import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from "@mantine/core";

/** The one accent, from paper to ink. */
const accent: MantineColorsTuple = [
  "#e9f3f1",
  "#d3e5e2",
  "#a6cbc6",
  "#76b0a9",
  "#4e9890",
  "#358a81",
  "#0f5f59",
  "#0d544f",
  "#0b4b46",
  "#083d39",
];

/** For what cannot be taken back. */
const missed: MantineColorsTuple = [
  "#fbeeec",
  "#f7dcd9",
  "#f4bab4",
  "#f0958c",
  "#d9655b",
  "#bd4338",
  "#a12a22",
  "#8a231c",
  "#721c16",
  "#5a1611",
];

/** Paper by day: warm greys. */
const gray: MantineColorsTuple = [
  "#f8f6f0",
  "#f3f1ea",
  "#e9e6dc",
  "#dfdbd0",
  "#b9b3a4",
  "#8f897b",
  "#6f6a5f",
  "#57534a",
  "#3a3731",
  "#1d1c19",
];

/** Paper by night. */
const dark: MantineColorsTuple = [
  "#ece9e2",
  "#b5b0a5",
  "#9a958a",
  "#8b8981",
  "#575a63",
  "#33353c",
  "#1c1e23",
  "#15161a",
  "#111215",
  "#0b0c0e",
];

/** Filled and quiet buttons take tokens.css, which knows the light: Mantine reckons contrast by day only. */
const byTokens: VariantColorsResolver = (input) => {
  const grave = input.color === "missed";
  if (grave || input.color === undefined || input.color === "accent") {
    const colour = grave ? "var(--missed)" : "var(--accent)";
    const soft = `color-mix(in srgb, ${colour} 10%, transparent)`;
    const ink = grave ? "var(--missed)" : "var(--accent-ink)";
    if (input.variant === "filled")
      return {
        background: colour,
        hover: `color-mix(in srgb, ${colour} 88%, var(--ink))`,
        color: "var(--on-accent)",
        border: "1px solid transparent",
      };
    if (input.variant === "subtle") return { background: "transparent", hover: soft, color: ink, border: "1px solid transparent" };
    if (input.variant === "outline") return { background: "transparent", hover: soft, color: ink, border: `1px solid ${colour}` };
    if (input.variant === "transparent")
      return { background: "transparent", hover: "transparent", color: ink, border: "1px solid transparent" };
  }
  return defaultVariantColorsResolver(input);
};

/** Below 16 px telephones enlarge the page when somebody writes. */
const writing = { defaultProps: { size: "md" } };

export const theme = createTheme({
  colors: { accent, missed, gray, dark },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  variantColorResolver: byTokens,
  black: "#1d1c19",
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)", fontWeight: "600" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    TextInput: writing,
    PasswordInput: writing,
    Select: writing,
    NativeSelect: writing,
    Textarea: writing,
    NumberInput: writing,
  },
});
