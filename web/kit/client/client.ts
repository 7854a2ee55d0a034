import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.d.ts";

/** The API, typed: `client.GET("/api/v1/contracts/{contract}/standing", { params: { path: { contract } } })`. */
export type TenuClient = Client<paths>;

/** A client for a server and a key. `fetch` may be replaced, as tests do. */
export function openClient(url: string, key: string, fetch?: (request: Request) => Promise<Response>): TenuClient {
  return createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${key}` }, ...(fetch && { fetch }) });
}
