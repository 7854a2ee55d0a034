import { readFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const home = import.meta.dirname;

/**
 * The contract's words are painted before the console's own files arrive: what they need of its styles stands in the page, and the
 * links come after the words. On a slow line that is a second (testing/bench/console.ts).
 */
function wordsFirst(): Plugin {
  const styles = ["tokens.css", "written.css"].map((file) =>
    readFileSync(join(home, "web", "kit", file), "utf8").replace(/^@import .*$/gm, ""),
  );
  return {
    name: "words-first",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const links = html.match(/^ *<(?:script type="module"|link rel="(?:modulepreload|stylesheet)").*$/gm) ?? [];
        const left = links.reduce((text, link) => text.replace(`${link}\n`, ""), html);
        const inline = `<style nonce="{{nonce}}">${styles
          .join("")
          .replaceAll(/\/\*.*?\*\//gs, "")
          .replaceAll(/\s+/g, " ")}</style>`;
        return left.replace("</head>", () => `${inline}\n  </head>`).replace("</body>", () => `${links.join("\n")}\n  </body>`);
      },
    },
  };
}

/** The console: web/index.html and browser.tsx, with everything that they list. */
export default defineConfig({
  root: join(home, "web"),
  publicDir: join(home, "web", "public"),
  cacheDir: join(home, ".cache", "vite"),
  plugins: [react(), wordsFirst()],
  resolve: { alias: { "/browser.tsx": join(home, "browser.tsx") } },
  build: {
    outDir: join(home, ".cache", "console"),
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    reportCompressedSize: false,
  },
});
