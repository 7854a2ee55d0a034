/**
 * The name of an edition of the references: when they were gathered, a fingerprint of every figure (FNV-1a, 32 bits, against
 * accidents and not against forgery), and what each file says of its own reach. The same content always has the same name.
 */
export function editionOf(gathered: string, files: readonly { edition: string }[]): string {
  return `${gathered}-${fingerprint(JSON.stringify(files))} (${files.map(({ edition }) => edition).join("; ")})`;
}

function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
