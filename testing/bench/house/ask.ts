import { connect, type Socket } from "node:net";

/**
 * Sends one request after another over connections that stay open. It shares the machine with the server that it measures, and
 * so does no more than HTTP/1.1 wants: every answer must say its length.
 */
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

interface Connection {
  socket: Socket;
  /** What came and was not read yet. */
  came: Buffer;
  waiting?: { done: (answer: Answer) => void; failed: (error: Error) => void } | undefined;
}

interface Answer {
  status: number;
  text: string;
}

const HEAD_END = "\r\n\r\n";

export function openAsker(url: string, connections: number): Asker {
  const { hostname, port, host } = new URL(url);
  const all: Connection[] = [];
  const free: Connection[] = [];
  const queue: ((one: Connection) => void)[] = [];
  return {
    close: () => all.forEach(({ socket }) => socket.destroy()),
    async ask({ method, path, key, body, type = "application/json" }) {
      const one = await take();
      const content = body === undefined ? "" : `content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
      const head = `${method} /api/v1${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}\r\n${content}\r\n`;
      const { status, text } = await new Promise<Answer>((done, failed) => {
        one.waiting = { done, failed };
        one.socket.write(head + (body ?? ""));
      });
      const next = queue.shift();
      if (next) next(one);
      else free.push(one);
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
      return text;
    },
  };

  function take(): Connection | Promise<Connection> {
    const one = free.pop();
    if (one) return one;
    return all.length < connections ? open() : new Promise((done) => void queue.push(done));
  }

  function open(): Connection {
    const one: Connection = { socket: connect({ host: hostname, port: Number(port), noDelay: true }), came: Buffer.alloc(0) };
    all.push(one);
    one.socket.on("data", (piece) => {
      one.came = one.came.length === 0 ? piece : Buffer.concat([one.came, piece]);
      const answer = readAnswer(one.came);
      if (!answer) return;
      one.came = Buffer.alloc(0);
      one.waiting?.done(answer);
    });
    one.socket.on("error", (error) => one.waiting?.failed(error));
    one.socket.on("close", () => one.waiting?.failed(new Error("The server closed the connection.")));
    return one;
  }
}

/** An answer, once it is there whole. Throws for one that does not say its length. */
function readAnswer(came: Buffer): Answer | undefined {
  const end = came.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = came.toString("latin1", 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer does not say its length:\n${head}`);
  const begins = end + HEAD_END.length;
  if (came.length < begins + Number(length)) return undefined;
  return { status: Number(head.slice(9, 12)), text: came.toString("utf8", begins, begins + Number(length)) };
}
