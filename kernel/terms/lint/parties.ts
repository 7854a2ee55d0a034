/** Whom terms may speak of. */
export const partyNames: ReadonlySet<string> = new Set([
  "provider",
  "distributor",
  "customer",
  "affiliate",
  "administrator",
  "user",
  "either",
  "supervisor",
  "third-party",
  "anyone",
  "nobody",
]);
