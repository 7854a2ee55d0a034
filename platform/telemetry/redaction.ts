/** Keys whose values never reach the log, whatever their case and joints: `apiKey`, `api_key`, `API-KEY`. */
const secrets = `password passphrase pass secret token authorization cookie setcookie session credential otp pin apikey privatekey
  signingkey accesskey connectionstring databaseurl mailurl`;
const personal = `email mail from to cc bcc recipient recipients name firstname lastname fullname phone address street city iban bic
  birthdate ip useragent subject body text html comment`;
const exact = new Set(`${secrets} ${personal}`.split(/\s+/));
/** Where a key ends in these, it is a secret under a longer name: `refreshToken`, `smtpPassword`. */
const endings = ["password", "passphrase", "secret", "token", "apikey", "privatekey", "cookie", "email"];

const HIDDEN = "[hidden]";
const DEEPEST = 6;

/** A copy without the values of secret and personal keys, at any depth. Errors are left to `tellError`. */
export function redacted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, isHidden(key) ? HIDDEN : inside(each, 1)]));
}

/** What an error tells: its kind, words, code, place and cause. Not its other fields: a database puts whole rows there. */
export function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...((typeof code === "string" || typeof code === "number") && { code }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: tellError(error.cause) }),
  };
}

/** A line without the user and password of any URL in it. */
export function scrubbed(line: string): string {
  return line.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"@]+@/gi, `$1${HIDDEN}@`);
}

function inside(value: unknown, depth: number): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return tellError(value);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth === DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.map((each) => inside(each, depth + 1));
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, each]) => [key, isHidden(key) ? HIDDEN : inside(each, depth + 1)]));
}

function isHidden(key: string): boolean {
  const plain = key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return exact.has(plain) || endings.some((ending) => plain.endsWith(ending));
}
