import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const home = import.meta.dirname;

/** The console: web/index.html and browser.tsx, with everything that they list. */
export default defineConfig({
  root: join(home, "web"),
  publicDir: join(home, "web", "public"),
  cacheDir: join(home, ".cache", "vite"),
  plugins: [react()],
  resolve: { alias: { "/browser.tsx": join(home, "browser.tsx") } },
  build: {
    outDir: join(home, ".cache", "console"),
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    reportCompressedSize: false,
  },
});
