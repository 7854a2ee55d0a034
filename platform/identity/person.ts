import type { Language } from "#kernel/words/language.ts";

/** Somebody, wherever they belong. Name and address stand in the schema identity only. */
export interface Person {
  id: string;
  name: string;
  /** In small letters. */
  email: string;
  /** Whether a code that was mailed there came back. */
  emailVerified: boolean;
  language: Language;
  /** Whether signing in takes a code beside the password. */
  secondFactor: boolean;
  /** Whether the password has 16 characters or more. */
  longPassword: boolean;
}
