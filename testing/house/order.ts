import { join } from "node:path";
import { readParticulars } from "../../bin/contract/particulars.ts";

/** The order form of docs' example life, under a name of its own: French law, licence, service levels, maintenance. */
export function exampleOrder(contract: string) {
  const { law, placeOf: _, ...order } = readParticulars(join(import.meta.dirname, "..", "..", "contracts", "example", "particulars.yaml"));
  return { ...order, documents: [...new Set([...law, ...order.documents])], contract };
}
