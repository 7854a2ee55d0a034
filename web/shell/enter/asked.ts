import type { SpaceKind } from "../../kit/screen.ts";
import { ask } from "../../kit/server.tsx";
import type { Language } from "../../kit/words/language.tsx";

// What the entrance asks of the server.

/** What an invitation's code opens. */
export interface Invitation {
  tenant: { kind: SpaceKind; name: string };
  role: string;
  email: string;
  /** Who invites, where a person does. */
  by?: string;
  /** Whether a password alone must have 16 characters. */
  strong: boolean;
  /** Whether somebody with this address is known already, and only has to sign in. */
  known: boolean;
}

export interface NewPerson {
  name: string;
  password: string;
}

export interface Claim {
  email: string;
  password: string;
  /** Six digits, or a backup code; where there is a second factor. */
  code: string;
}

/** All of it at once: no answer tells which part was wrong. */
export function signIn(language: Language, { email, password, code }: Claim): Promise<unknown> {
  return ask("/auth/sign-in/email", language, { email: email.trim(), password, ...(code.trim() !== "" && { code: code.trim() }) });
}

export function askForReset(language: Language, email: string): Promise<unknown> {
  return ask("/auth/request-password-reset", language, { email: email.trim() });
}

export function resetPassword(language: Language, token: string, newPassword: string): Promise<unknown> {
  return ask("/auth/reset-password", language, { token, newPassword });
}

export function readInvitation(language: Language, code: string): Promise<Invitation> {
  return ask<Invitation>("/api/v1/invitations/read", language, { code });
}

/** What somebody belongs to now. */
export interface Entered {
  tenant: string;
}

/** Accepts as a new person, or as who is signed in. */
export function acceptInvitation(language: Language, code: string, person?: NewPerson): Promise<Entered> {
  return ask("/api/v1/invitations/accept", language, { code, ...(person && { ...person, language }) });
}

export function beginAsOwner(language: Language, code: string, provider: string, person: NewPerson & { email: string }): Promise<Entered> {
  return ask("/api/v1/first-owner", language, { code, provider: provider.trim(), ...person, email: person.email.trim(), language });
}
