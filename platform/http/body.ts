import { createHash } from "node:crypto";
import { tooLarge } from "./problems.ts";

/** Reads a body of at most `most` bytes; one that is longer is refused as soon as that shows, whatever its Content-Length says. */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge(most);
  if (request.body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body) {
    size += piece.length;
    if (size > most) throw tooLarge(most);
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** What tells one request from another under the same Idempotency-Key: method, path with query, and body. */
export function requestDigest(method: string, url: string, body: Uint8Array): Buffer {
  return createHash("sha256").update(`${method} ${url}\n`).update(body).digest();
}
