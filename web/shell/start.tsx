import "@mantine/core/styles.layer.css";
import "../kit/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { ScreenListed } from "../kit/screen.ts";
import { App } from "./app.tsx";

/** Starts the console in the page. */
export function start(screens: readonly ScreenListed[]): void {
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <App screens={screens} />
    </StrictMode>,
  );
}
