/** A signed note of the log, as a reader needs it: how many entries, and who signed under them. */
export interface Signed {
  origin: string;
  size: number;
  root: string;
  /** Names of those who signed, the installation first. */
  names: readonly string[];
}

/** C2SP signed note: the text, an empty line, then a line `— name signature` for each who signed. */
export function signedIn(note: string): Signed {
  const [text = "", lines = ""] = note.split("\n\n");
  const [origin = "", size = "0", root = ""] = text.split("\n");
  const names = lines.split("\n").flatMap((line) => /^— (\S+) \S+$/.exec(line)?.[1] ?? []);
  return { origin, size: Number(size), root, names };
}

/** Witnesses among those who signed: whoever is not the installation, whose name the origin begins with. */
export function witnessesOf({ origin, names }: Signed): string[] {
  return names.filter((name) => origin !== name && !origin.startsWith(`${name}/`));
}
