/** Whoever the contracts are with. All names are invented. */
export interface Member {
  /** Names it for ever. */
  key: string;
  name: string;
  /** The distributor through whom it bought. */
  distributor?: string;
}

export const provider: Member = { key: "provider", name: "Quai Logiciel SAS" };

export const distributors: readonly Member[] = [
  { key: "armor", name: "Armor Informatique SARL" },
  { key: "garonne", name: "Garonne Réseaux SAS" },
];

export const customers: readonly Member[] = [
  { key: "kerlann", name: "Menuiserie Kerlann SAS", distributor: "armor" },
  { key: "maheul", name: "Transports Maheul SARL", distributor: "armor" },
  { key: "chastelet", name: "Domaine du Chastelet SCEA", distributor: "armor" },
  { key: "penhoat", name: "Biscuiterie Penhoat SAS", distributor: "armor" },
  { key: "vaubrun", name: "Laboratoires Vaubrun SAS", distributor: "garonne" },
  { key: "arize", name: "Coopérative du Val d'Arize SCA", distributor: "garonne" },
  { key: "astruc", name: "Fonderie Astruc SA", distributor: "garonne" },
  { key: "delorge", name: "Imprimerie Delorge et Fils SAS" },
  { key: "rostaing", name: "Rostaing Conseil SELARL" },
  { key: "salines", name: "Clinique vétérinaire des Salines SELARL" },
  { key: "montfleury", name: "Agence Montfleury SARL" },
  { key: "oriane", name: "Oriane Relation Client SAS" },
];

export function nameOf(key: string): string {
  const found = [provider, ...distributors, ...customers].find((one) => one.key === key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found.name;
}
