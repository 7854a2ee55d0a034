/** A pseudonym of a person for what is kept apart: small letters, figures, hyphens. */
export function personMark(mark: string): string {
  const plain = mark
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 90);
  return plain === "" ? "support" : plain;
}

/** Where a customer's administrator grants exactly what is asked. */
export function grantLink(origin: string, contract: string, asked: { person: string; name: string; scope: string }): string {
  const wanted = new URLSearchParams({ person: asked.person, name: asked.name, ...(asked.scope !== "" && { scope: asked.scope }) });
  return `${origin}/contracts/${contract}/support?${wanted.toString()}`;
}
