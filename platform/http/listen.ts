import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import type { App } from "./app.ts";

export interface Listening {
  url: string;
  port: number;
  /** Takes no new connection, lets what was begun end within the time to drain, then closes all. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** The machine itself only, unless said otherwise. */
  host?: string;
  /** 0 for any free one. */
  port?: number;
  /** How long requests may take to end, in ms. */
  drain?: number;
}

/** Serves an application over HTTP/1.1. Throws where the address is taken. */
export async function listen(
  app: Pick<App, "fetch">,
  { host = "127.0.0.1", port = 0, drain = 10_000 }: ListenOptions = {},
): Promise<Listening> {
  let closing: Promise<void> | undefined;
  const server = createAdaptorServer({
    async fetch(request: Request, env: unknown) {
      const response = await app.fetch(request, env);
      if (closing) response.headers.set("Connection", "close");
      return response;
    },
    serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 5000 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`${host}:${port} is in use by another program. Stop it, or choose another port.`, { cause: error })
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;

  async function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeIdleConnections();
    const ended = new AbortController();
    const late = sleep(drain, undefined, { signal: ended.signal, ref: false }).then(
      () => server.closeAllConnections(),
      () => undefined,
    );
    await closed;
    ended.abort();
    await late;
  }

  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () => (closing ??= close()),
  };
}
