import { createHash } from "node:crypto";
import { tooLarge } from "./problems.ts";

/** Reads a body of at most `most` bytes; one that is longer is refused as soon as that shows, whatever its Content-Length says. */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const said = request.headers.get("content-length");
  if (Number(said ?? 0) > most) throw tooLarge(most);
  // The HTTP parser reads as many bytes as were said, and no stream has to be made for them.
  if (said !== null) return within(new Uint8Array(await request.arrayBuffer()), most);
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

function within(bytes: Uint8Array<ArrayBuffer>, most: number): Uint8Array<ArrayBuffer> {
  if (bytes.length > most) throw tooLarge(most);
  return bytes;
}

/** What tells one request from another under the same Idempotency-Key: method, path with query, and body. */
export function requestDigest(method: string, url: string, body: Uint8Array): Buffer {
  return createHash("sha256").update(`${method} ${url}\n`).update(body).digest();
}
