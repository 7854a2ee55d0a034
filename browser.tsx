import "#web/kit/written.ts"; // first: what the server wrote is read before React empties its place
import { start } from "#web/shell/start.tsx";
import type { ScreenListed } from "#web/kit/screen.ts";

// The screens' list. Each is loaded when somebody goes there.

const everybody = ["provider", "distributor", "customer"] as const;

const screens: readonly ScreenListed[] = [
  {
    path: "/today",
    title: { fr: "Aujourd'hui", en: "Today" },
    menu: everybody,
    scope: "contracts:read",
    load: () => import("#ledger/screens/today/today.tsx"),
  },
  {
    path: "/contracts",
    title: { fr: "Contrats", en: "Contracts" },
    menu: everybody,
    scope: "contracts:read",
    load: () => import("#ledger/screens/contracts/contracts.tsx"),
  },
  {
    path: "/contracts/$contract",
    title: { fr: "Contrat", en: "Contract" },
    scope: "contracts:read",
    // The screen computes with the fact kinds of all slices, which only the lists know: it gets them as data, and its worker from it.
    load: async () => {
      const [{ screenKnowing }, { factCatalogue }] = await Promise.all([
        import("#ledger/screens/contract/contract.tsx"),
        import("#catalogue"),
      ]);
      return { Screen: screenKnowing(factCatalogue) };
    },
  },
  {
    path: "/contracts/new",
    title: { fr: "Nouveau contrat", en: "New contract" },
    scope: "contracts:write",
    load: () => import("#ledger/screens/new-contract/new-contract.tsx"),
  },
  {
    path: "/contracts/$contract/acceptance",
    title: { fr: "Acceptation", en: "Acceptance" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/new-contract/acceptance.tsx"),
  },
  {
    path: "/contracts/$contract/facts",
    title: { fr: "Faits", en: "Facts" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/facts/facts.tsx"),
  },
  {
    path: "/contracts/$contract/evidence",
    title: { fr: "Preuves", en: "Evidence" },
    scope: "evidence:read",
    load: () => import("#ledger/screens/evidence/evidence.tsx"),
  },
  {
    path: "/contracts/$contract/comparison",
    title: { fr: "Comparer", en: "Compare" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/contracts/comparison.tsx"),
  },
  {
    path: "/customers",
    title: { fr: "Clients", en: "Customers" },
    menu: ["provider", "distributor"],
    scope: "contracts:read",
    load: () => import("#ledger/screens/customers/customers.tsx"),
  },
  {
    path: "/customers/$tenant",
    title: { fr: "Client", en: "Customer" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/customers/customer.tsx"),
  },
  {
    path: "/distributors",
    title: { fr: "Distributeurs", en: "Distributors" },
    menu: ["provider"],
    scope: "contracts:read",
    load: () => import("#ledger/screens/distributors/distributors.tsx"),
  },
  {
    path: "/distributors/$tenant",
    title: { fr: "Distributeur", en: "Distributor" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/distributors/distributor.tsx"),
  },
  {
    path: "/contracts/$contract/seats",
    title: { fr: "Accès", en: "Seats" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/seats/seats.tsx"),
  },
  {
    path: "/contracts/$contract/opening",
    title: { fr: "Ouverture du service", en: "Opening the service" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/opening/opening.tsx"),
  },
  {
    path: "/contracts/$contract/support",
    title: { fr: "Accès d'assistance", en: "Support access" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/support/support.tsx"),
  },
  {
    path: "/contracts/$contract/alert",
    title: { fr: "Accès non autorisé", en: "Unauthorised access" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/alert/alert.tsx"),
  },
  {
    path: "/contracts/$contract/closing",
    title: { fr: "Fermeture du compte", en: "Closing the account" },
    scope: "contracts:read",
    load: () => import("#ledger/screens/closing/closing.tsx"),
  },
  {
    path: "/library",
    title: { fr: "Bibliothèque", en: "Library" },
    menu: ["provider", "distributor"],
    scope: "contracts:read",
    load: () => import("#ledger/screens/library/library.tsx"),
  },
  {
    path: "/people",
    title: { fr: "Personnes", en: "People" },
    menu: everybody,
    scope: "people:read",
    load: () => import("#ledger/screens/people/people.tsx"),
  },
  {
    path: "/keys",
    title: { fr: "Clés et webhooks", en: "Keys and webhooks" },
    menu: everybody,
    scope: ["keys:write", "webhooks:write"],
    load: () => import("#ledger/screens/keys/keys-screen.tsx"),
  },
  {
    path: "/account",
    title: { fr: "Votre compte", en: "Your account" },
    load: () => import("#ledger/screens/account/account.tsx"),
  },
];

start(screens);
