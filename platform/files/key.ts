const PART = /^[a-z0-9_-][a-z0-9._-]{0,119}$/;
const LONGEST = 900;

/**
 * Gives the key back if it may name an object: parts of a–z, 0–9, `.`, `_`, `-`, joined by `/`, none beginning with a dot, each at most
 * 120 and all at most 900 characters. No capitals: some file systems would take two keys for one. Throws RangeError otherwise.
 */
export function checkKey(key: string): string {
  if (key.length > LONGEST) throw refused(`${key.slice(0, 60)}…`, `it has ${key.length} characters, ${LONGEST} at most`);
  const bad = key.split("/").find((part) => !PART.test(part));
  if (bad !== undefined)
    throw refused(key, bad === "" ? "a part between slashes is empty" : `the part ${JSON.stringify(bad)} is not allowed`);
  return key;
}

function refused(key: string, reason: string): RangeError {
  return new RangeError(
    `file key ${JSON.stringify(key)}: ${reason}. ` +
      "Mend: use parts of a-z, 0-9, dot, underscore and hyphen, joined by slashes, none beginning with a dot",
  );
}
