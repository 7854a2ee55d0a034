import { hash, verify } from "@node-rs/argon2";

// Argon2id with what OWASP recommends at least: 19 MiB, two passes, one lane. The parameters stand in each hash, so they may grow.
// Its enumeration of algorithms exists for the compiler only; 2 is argon2id.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One way of writing accented letters, so that a password typed on another keyboard is the same. */
function spelled(password: string): string {
  return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), parameters);
}

export function matchesPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, spelled(password));
}
