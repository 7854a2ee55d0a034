/** Whether an act stated by one party counts as another's: an administrator acts for its customer; `either` is any party. */
export function speaksFor(by: string | undefined, party: string): boolean {
  return by === party || party === "either" || (by === "administrator" && party === "customer");
}
