import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { ask } from "./server.tsx";
import type { Language } from "./words/language.tsx";

export function hasPasskeys(): boolean {
  return browserSupportsWebAuthn();
}

/** Whether somebody let a passkey's question be: no fault of anything. */
export function wasLeft(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");
}

/** Signs in with a passkey of this device or of a key at hand. Throws Refusal, or what the browser throws. */
export async function enterByPasskey(language: Language): Promise<void> {
  const optionsJSON = await ask<PublicKeyCredentialRequestOptionsJSON>("/auth/passkey/generate-authenticate-options", language);
  const response = await startAuthentication({ optionsJSON });
  await ask("/auth/passkey/verify-authentication", language, { response });
}

/** Makes a passkey for who is signed in, under a name that its owner will know it by. */
export async function addPasskey(language: Language, name: string): Promise<void> {
  const optionsJSON = await ask<PublicKeyCredentialCreationOptionsJSON>("/auth/passkey/generate-register-options", language);
  const response = await startRegistration({ optionsJSON });
  await ask("/auth/passkey/verify-registration", language, { response, name });
}
