import { defineConfig, type OxlintConfig } from "oxlint";

type Rules = NonNullable<OxlintConfig["rules"]>;

// Who may import what. The layers are also TypeScript projects, and testing/boundaries.test.ts tries every forbidden import.
// Three traps of no-restricted-imports: a later override replaces an earlier one whole; in a group the first pattern must not
// start with # (it would be a comment), and a name allowed by a group ends the search, so the climbing pattern comes first.

const hashesAndCurves = ["@noble/hashes/**", "@noble/curves/**"];
const kernelUses = ["yaml", "zod", ...hashesAndCurves];
const node = ["node:*", "node:*/**"];
/** What the building is made of. Nobody else names these packages. */
const platformUses = [
  ...node,
  "#kernel/**",
  "zod",
  "pg",
  "kysely",
  "graphile-worker",
  "hono",
  "hono/**",
  "@hono/**",
  "nodemailer",
  "smtp-server",
  "smtp-server/**",
  "pdfkit",
  "pino",
  "prom-client",
  "@opentelemetry/**",
  "better-auth",
  "better-auth/**",
  "@better-auth/**",
  "@node-rs/argon2",
  "@zxcvbn-ts/**",
];
const ledgerUses = [...node, "#kernel/**", "#platform/**", "zod", "kysely", "hono", "hono/**", "@hono/zod-openapi"];
const screensUse = [
  "#kernel/**",
  "#web/kit/**",
  "react",
  "react/**",
  "@mantine/core",
  "@mantine/hooks",
  "@tanstack/react-query",
  "@tanstack/react-router",
  "@tanstack/react-table",
  "@tabler/icons-react",
  "uplot",
];
const testsUse = [
  "vitest",
  "fast-check",
  "ajv/**",
  "canonicalize",
  ...node,
  "temporal-polyfill",
  "date-holidays",
  "#testing/**",
  "#references/**",
];

/** Only relative paths and these names. */
function only(names: string[], message: string) {
  return { group: ["*", "!./**", "!../**", ...names.map((name) => `!${name}`)], message };
}

/** From `depth` folders below a room's door, no relative path may leave the room. */
function noWayOut(depth: number, room: string) {
  const climbs = `^(\\./)*(\\.\\./){${depth}}\\.\\.(/|$)`;
  const detours = "/\\./|[^/.]/\\.\\.(/|$)";
  return { regex: `${climbs}|${detours}`, message: `This path leaves ${room}, or takes a detour.` };
}

/** One override per folder depth, for the files of a room and then for its tests. */
function room(door: string, name: string, names: string[], message: string) {
  const kinds = [
    { ending: ".ts", uses: names },
    { ending: ".tsx", uses: names },
    { ending: ".test.ts", uses: [...names, ...testsUse] },
  ];
  return kinds.flatMap(({ ending, uses }) =>
    [0, 1, 2, 3, 4, 5].map((depth) => ({
      files: [`${door}/${"*/".repeat(depth)}*${ending}`],
      rules: importsOnly(noWayOut(depth, name), only(uses, message)),
    })),
  );
}

/** The demonstration stands beside main.ts, and reaches it by its path. */
function demonstrationUses(more: string[]) {
  const names = ["#kernel/**", "#platform/**", "#ledger/**", "#references/**", "#catalogue", "zod", ...node, ...more];
  const message = "The demonstration fills an installation: it knows main.ts, the ledger, the platform and the kernel, no slice.";
  return { group: ["*", "!./**", "!../main.ts", ...names.map((name) => `!${name}`)], message };
}

function importsOnly(...patterns: { group?: string[]; regex?: string; message: string }[]): Rules {
  return { "no-restricted-imports": ["error", { patterns }] };
}

const sliceMessage = "A slice imports #kernel/… and its own files. Slices meet through facts; only the lists know them all.";

const pure: Rules = {
  "no-restricted-globals": [
    "error",
    { name: "Date", message: "Time is a parameter." },
    { name: "globalThis", message: "Pure code has no surroundings." },
  ],
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: "Same input, same output." },
    { object: "Intl", property: "DateTimeFormat", message: "Zone data is an input: see references/." },
  ],
};

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "vitest"],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  categories: { correctness: "error" },
  ignorePatterns: ["**/node_modules/**", ".cache/**"],
  rules: {
    eqeqeq: "error",
    "no-var": "error",
    "unicorn/no-thenable": "off", // `then` is a word of the terms
    "vitest/no-conditional-expect": "off", // a property often has cases
    "vitest/require-to-throw-message": "off",
    "prefer-const": "error",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "oxc/no-barrel-file": ["error", { threshold: 0 }],
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/switch-exhaustiveness-check": "error",
    ...importsOnly({
      regex: "^#(commitments|applications)/|^\\.{1,2}/(.*/)?(commitments|applications)/",
      message: "Only the lists (catalogue.ts, main.ts, browser.tsx), bin/, scripts/ and testing/ know the slices.",
    }),
  },
  overrides: [
    { files: ["catalogue.ts", "main.ts", "browser.tsx", "bin/**", "scripts/**", "testing/**"], rules: { "no-restricted-imports": "off" } },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
    { files: ["**/*.mjs"], rules: { "typescript/require-array-sort-compare": "off" } }, // untyped: any array would do

    ...room("kernel", "the kernel", kernelUses, "The kernel stands alone: its own files, yaml, zod, hashes and curves."),
    ...room("references", "references/", ["#kernel/**", "yaml", "zod", ...node], "References know the kernel only."),
    ...room("platform", "the platform", platformUses, "The platform knows the kernel and its packages, no contract."),
    ...room(
      "web",
      "the screens",
      [...screensUse, "react-dom/**", "@mantine/core/**", "openapi-fetch", "@simplewebauthn/browser"],
      "Screens import the kit and its packages, and meet the server through the generated client only.",
    ),
    ...room("ledger", "the ledger", ledgerUses, "The ledger knows the kernel and the platform, no slice."),
    ...room("ledger/screens", "the ledger's screens", screensUse, "Screens know the kit, the kernel and their own room's screens."),
    ...room("ledger/rules", "the ledger's rules", ["#kernel/**"], sliceMessage),
    ...room("commitments/*", "the slice", ["#kernel/**"], sliceMessage),
    ...room("applications/*", "the slice", ["#kernel/**"], sliceMessage),
    ...room("demonstration/lives", "the lives", ["#kernel/**"], "Lives are pure: they know the kernel only."),
    ...[".ts", ".test.ts"].map((ending) => ({
      files: [`demonstration/*${ending}`],
      rules: importsOnly(demonstrationUses(ending === ".ts" ? [] : testsUse)),
    })),

    {
      files: [
        "kernel/**/*.ts",
        "ledger/rules/**/*.ts",
        "commitments/*/rules/**/*.ts",
        "applications/*/rules/**/*.ts",
        "demonstration/lives/**/*.ts",
        "catalogue.ts",
      ],
      excludeFiles: ["**/*.test.ts"],
      rules: pure,
    },
  ],
});
