import { ASKER, AUTH, type Engine } from "./engine.ts";

interface From {
  /** The address that asks. */
  asker: string;
  /** Whose cookies, browser and origin are told; none where nobody is signed in. */
  request?: Request;
}

/** Asks better-auth something by one of its own paths. Of what came from outside only what is named here goes on. */
export function ask(engine: Engine, path: string, body: unknown, { asker, request }: From): Promise<Response> {
  const headers = new Headers({ [ASKER]: asker });
  for (const name of ["cookie", "origin", "user-agent"]) {
    const value = request?.headers.get(name) ?? null;
    if (value !== null) headers.set(name, value);
  }
  if (body === undefined) return engine.answer(new Request(`http://localhost${AUTH}${path}`, { headers }));
  headers.set("Content-Type", "application/json");
  return engine.answer(new Request(`http://localhost${AUTH}${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}
