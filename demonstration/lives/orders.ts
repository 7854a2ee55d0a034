import type { Particulars } from "#kernel/terms/contract.ts";
import { customers, nameOf, provider } from "./cast.ts";
import { SUPPORT_ADDRESS } from "./incidents.ts";

type Figures = Readonly<Record<string, string>>;

/** What an order form fixes, under the law of France and of the Union. */
export function order(
  contract: string,
  customer: string,
  documents: readonly string[],
  figures: Figures,
  more: { order?: Figures; readings?: Figures } = {},
): Particulars {
  const distributor = customers.find(({ key }) => key === customer)?.distributor;
  return {
    contract,
    documents: ["fr", "eu", ...documents],
    parties: {
      provider: provider.name,
      ...(distributor !== undefined && { distributor: nameOf(distributor) }),
      customer: nameOf(customer),
    },
    figures: { ...figures },
    readings: { ...more.readings },
    order: { "customer-quality": "professional", "payment-basis": "invoice date", "incident-address": SUPPORT_ADDRESS, ...more.order },
  };
}

/** The annexes and filings that the Uloa conditions want. */
export const uloaFilings: Figures = {
  "data-protection": "data-protection annex, 2024-11",
  prerequisites: "technical prerequisites, 2024-11",
  security: "security policy and continuity plan, 2024-11",
  documentation: "user documentation, v7",
};

/** What the service-levels annex leaves blank, filled. */
export const serviceLevels: Figures = {
  "availability-statement.within": "5 days",
  "service-credit.amount.below 99.95 down to 99.90": "2 days",
  "service-credit.amount.below 99.90": "5 days",
};
