import type { Asking } from "#web/kit/asking.ts";

// What the account screen asks of /auth, and what it is told.

export interface Session {
  session: string;
  /** Whether it is the one that asks. */
  present: boolean;
  begun: string;
  seen: string;
  address: string | null;
  browser: string | null;
}

export interface Passkey {
  id: string;
  name?: string | null;
  createdAt?: string | null;
}

export interface SecondFactor {
  totpURI: string;
  backupCodes: string[];
}

export const sessions = (ask: Asking) => ask<{ items: Session[] }>("/auth/sessions");
export const endSession = (ask: Asking, session: string) => ask("/auth/sessions/end", { session });
export const endOtherSessions = (ask: Asking) => ask("/auth/sessions/end-others", {});

export const passkeys = (ask: Asking) => ask<Passkey[]>("/auth/passkey/list-user-passkeys");
export const removePasskey = (ask: Asking, id: string) => ask("/auth/passkey/delete-passkey", { id });

export const beginSecondFactor = (ask: Asking, password: string) => ask<SecondFactor>("/auth/two-factor/enable", { password });
export const proveSecondFactor = (ask: Asking, code: string) => ask("/auth/two-factor/verify-totp", { code: code.replaceAll(/\s/g, "") });
export const endSecondFactor = (ask: Asking, password: string) => ask("/auth/two-factor/disable", { password });
export const newBackupCodes = (ask: Asking, password: string) =>
  ask<{ backupCodes: string[] }>("/auth/two-factor/generate-backup-codes", { password });

export const changePassword = (ask: Asking, currentPassword: string, newPassword: string) =>
  ask("/auth/change-password", { currentPassword, newPassword });
export const changeSelf = (ask: Asking, name: string, language: string) => ask("/auth/update-user", { name, language });
