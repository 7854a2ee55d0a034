import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins";
import type pg from "pg";
import { newId } from "../database/new-id.ts";
import { hashPassword, matchesPassword } from "./hashing.ts";

/** Where better-auth's own paths lie; most of them are asked by ourselves only (auth-paths.ts). */
export const AUTH = "/auth";
export const COOKIES = "tenu";
/** Without a sign of life a session lasts half a day. */
const SESSION_S = 12 * 3600;
const REFRESH_S = 3600;
export const RESET_S = 3600;

export interface EngineOptions {
  pool: pg.Pool;
  /** 32 bytes, from outside the database: signs cookies, encrypts secrets of second factors. */
  secret: Uint8Array;
  /** Where people reach the installation, where that is configured. */
  address: string | undefined;
  sendReset: (person: { id: string; email: string; name: string }, token: string) => void;
  tell: (error: unknown, what: string) => void;
}

/** better-auth, as far as we use it. */
export interface Engine {
  /** Answers one of better-auth's own requests. */
  answer(request: Request): Promise<Response>;
  /** Whose password a mailed token may set; undefined where it is none or too old. It stays usable. */
  resettableBy(token: string): Promise<string | undefined>;
  /** Opens the secret of a second factor. */
  open(sealed: string): Promise<string>;
}

export function openEngine({ pool, secret, address, sendReset, tell }: EngineOptions): Engine {
  const base = address ?? "http://localhost";
  const auth = betterAuth({
    appName: "Tenu",
    baseURL: base,
    basePath: AUTH,
    secret: Buffer.from(secret).toString("base64url"),
    database: pool,
    logger: { level: "error", log: (level, message, ...more) => tell(more[0] ?? new Error(message), `better-auth: ${message} (${level})`) },
    onAPIError: { onError: (error) => tell(error, "better-auth failed") },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12, // our own rule is applied before (passwords.ts)
      maxPasswordLength: 2048,
      password: { hash: hashPassword, verify: ({ hash, password }) => matchesPassword(hash, password) },
      sendResetPassword: async ({ user, token }) => sendReset(user, token),
      resetPasswordTokenExpiresIn: RESET_S,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: SESSION_S, updateAge: REFRESH_S, freshAge: SESSION_S },
    user: {
      additionalFields: {
        language: { type: "string", required: false, defaultValue: "en", input: true },
        longPassword: { type: "boolean", required: false, defaultValue: false, input: false },
      },
    },
    verification: { storeIdentifier: "hashed" },
    rateLimit: { enabled: false }, // ours counts accounts too (attempts.ts)
    plugins: [
      twoFactor({ issuer: "Tenu", backupCodeOptions: { storeBackupCodes: "encrypted" } }),
      passkey({
        rpID: new URL(base).hostname,
        rpName: "Tenu",
        origin: address ?? null,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        authentication: {
          // A passkey stands for both factors, so its bearer must have shown who they are to the device.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED", { message: "user not verified" });
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix: COOKIES,
      useSecureCookies: base.startsWith("https:"),
      disableCSRFCheck: true, // auth-paths.ts looks at origin and media type itself, and passes no address to return to
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: [ASKER], ipv6Subnet: 64 },
      database: { generateId: () => newId(Date.now()), validateSchema: false },
    },
  });
  return {
    answer: (request) => auth.handler(request),
    async resettableBy(token) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      return found && found.expiresAt > new Date() ? found.value : undefined;
    },
    open: async (sealed) => symmetricDecrypt({ key: (await auth.$context).secretConfig, data: sealed }),
  };
}

/** The header by which better-auth is told who asks; it is set by ourselves, never taken from outside. */
export const ASKER = "x-tenu-asker";
