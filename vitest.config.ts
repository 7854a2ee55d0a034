import { defineConfig } from "vitest/config";

const never = ["**/node_modules/**", "**/.cache/**", "**/*.forbidden.ts"];
const report = process.env["TENU_TEST_REPORT"]; // a path: .ci/run counts from there

export default defineConfig({
  test: {
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          // Rules and arithmetic: nothing to isolate, so files share one process.
          name: "pure",
          include: [
            "kernel/**/*.test.ts",
            "references/**/*.test.ts",
            "contracts/**/*.test.ts",
            "ledger/rules/**/*.test.ts",
            "commitments/**/rules/**/*.test.ts",
            "applications/**/rules/**/*.test.ts",
            "demonstration/lives/**/*.test.ts",
            "ledger/screens/**/*.test.ts",
            "web/**/*.test.ts",
          ],
          exclude: never,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // The whole thing from outside: processes, files, the command line.
          name: "whole",
          include: ["testing/*.test.ts", "bin/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: never,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // The building: sockets, files, and clones of one migrated database.
          name: "house",
          include: ["platform/**/*.test.ts", "ledger/**/*.test.ts", "testing/house/**/*.test.ts", "demonstration/*.test.ts"],
          exclude: [...never, "ledger/rules/**", "ledger/screens/**"],
          globalSetup: ["testing/database-server.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // What people see: a demonstration of its own, looked at in Chromium.
          name: "browser",
          include: ["testing/browser/**/*.test.ts"],
          exclude: never,
          globalSetup: ["testing/browser/served.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
