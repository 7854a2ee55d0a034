import { written } from "./written.ts";

/** What the server wrote into this very page, until the screen that adopts it stands; nothing elsewhere. */
export function WrittenText() {
  if (written?.path !== location.pathname) return null;
  return <main className="written" dangerouslySetInnerHTML={{ __html: written.html }} />;
}
