import { Agent, request } from "node:http";

/** Sends one request after another over connections that stay open. */
export interface Asker {
  /** Throws for an answer that is not a success. */
  ask(asked: Asked): Promise<string>;
  close(): void;
}

export interface Asked {
  method: "GET" | "POST";
  path: string;
  key: string;
  body?: string;
  type?: string;
}

export function openAsker(url: string, connections: number): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    ask: ({ method, path, key, body, type = "application/json" }) =>
      new Promise((done, failed) => {
        const content = body === undefined ? {} : { "content-type": type, "content-length": Buffer.byteLength(body) };
        const call = request(
          `${url}/api/v1${path}`,
          { method, agent, headers: { authorization: `Bearer ${key}`, ...content } },
          (answer) => {
            let text = "";
            answer.setEncoding("utf8").on("data", (part: string) => (text += part));
            answer.on("error", failed);
            answer.on("end", () => {
              if ((answer.statusCode ?? 500) < 300) done(text);
              else failed(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
            });
          },
        );
        call.on("error", failed);
        call.end(body);
      }),
  };
}
