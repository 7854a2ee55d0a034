import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { Refusal } from "../kit/server.tsx";
import type { ScreenListed } from "../kit/screen.ts";
import { theme } from "../kit/theme.ts";
import { type Language, LanguageProvider, rememberedLanguage, rememberLanguage } from "../kit/words/language.tsx";
import { openRouter } from "./router.tsx";

/** The page's nonce: without it the browser takes no style that a script writes. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="nonce"]')?.content ?? "";
}

// Locking the page's scroll behind a dialog is a style too; whoever writes that one looks here.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

/** What is refused stays refused; what failed on the way is tried again, twice. */
function tryAgain(failures: number, error: unknown): boolean {
  return failures < 2 && !(error instanceof Refusal && error.problem.status < 500);
}

const queries = new QueryClient({ defaultOptions: { queries: { retry: tryAgain, staleTime: 5000 } } });

export function App({ screens }: { screens: readonly ScreenListed[] }) {
  const [language, setLanguage] = useState<Language>(() => {
    const remembered = rememberedLanguage();
    document.documentElement.lang = remembered;
    return remembered;
  });
  const change = useCallback((next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  }, []);
  const [router] = useState(() => openRouter(screens));
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <LanguageProvider language={language} change={change}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
