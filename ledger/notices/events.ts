/** What a webhook may be told of: one event each time one of these begins. The database tells them (ledger/tables/004-notices.sql). */
export const events = [
  "contract.accepted",
  "contract.suspended",
  "contract.resumed",
  "contract.ended",
  "obligation.opened",
  "obligation.kept",
  "obligation.missed",
  "right.opened",
  "right.used",
  "right.lapsed",
  "amount.due",
  "amount.settled",
  "act.refused",
  "standing.restated",
] as const;

export type EventName = (typeof events)[number];
