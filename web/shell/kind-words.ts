import type { SpaceKind } from "../kit/screen.ts";
import type { Words } from "../kit/words/language.tsx";

export const kindWords: Readonly<Record<SpaceKind, Words>> = {
  provider: { fr: "Prestataire", en: "Provider" },
  distributor: { fr: "Distributeur", en: "Distributor" },
  customer: { fr: "Client", en: "Customer" },
};
