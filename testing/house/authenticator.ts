import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

// A passkey's device, as far as a server sees it (WebAuthn level 3): an ES256 key, and what it says of its bearer.

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

interface Options {
  challenge: string;
}

export interface Authenticator {
  /** Whether it checks its bearer before it answers. */
  verifies: boolean;
  register(options: Options): Record<string, unknown>;
  authenticate(options: Options): Record<string, unknown>;
}

export function openAuthenticator(origin: string, rpId: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(flags: number, rest: Buffer = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((counter += 1));
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.of(flags), count, rest]);
  }

  const said = (response: Record<string, Buffer>) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString("base64url")])),
  });

  const device: Authenticator = {
    verifies: true,
    register({ challenge }) {
      const { x, y } = publicKey.export({ format: "jwk" });
      const key = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x!, "base64url")],
          [-3, Buffer.from(y!, "base64url")],
        ]),
      );
      const length = Buffer.of(0, id.length);
      const authData = authenticatorData(PRESENT | VERIFIED | ATTESTED, Buffer.concat([Buffer.alloc(16), length, id, key]));
      const attestationObject = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return said({ clientDataJSON: clientData("webauthn.create", challenge), attestationObject });
    },
    authenticate({ challenge }) {
      const authData = authenticatorData(device.verifies ? PRESENT | VERIFIED : PRESENT);
      const clientDataJSON = clientData("webauthn.get", challenge);
      const signed = Buffer.concat([authData, createHash("sha256").update(clientDataJSON).digest()]);
      return said({ clientDataJSON, authenticatorData: authData, signature: sign("sha256", signed, privateKey) });
    },
  };
  return device;
}

/** CBOR (RFC 8949) of small maps, texts, bytes and whole numbers. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
  const bytes = value as Buffer;
  return Buffer.concat([head(2, bytes.length), bytes]);
}

function head(major: number, size: number): Buffer {
  return size < 24 ? Buffer.of((major << 5) | size) : Buffer.of((major << 5) | 24, size);
}
