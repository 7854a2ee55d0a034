import { useEffect, useRef } from "react";
import { useSpace } from "./space.tsx";

/** A contract that moved to a revision; `undefined` contract: the line was broken, and anything may have moved. */
export interface Change {
  contract: string | undefined;
  revision: number;
  phase: string;
}

const AGAIN_IN = 3000;
const LONGEST = 60_000;

interface Line {
  hears: Set<(change: Change) => void>;
  stop: () => void;
}

const lines = new Map<string, Line>();

/** Hears what moves in the space while the component stands. All components of a space share one line to the server. */
export function useChanges(hear: (change: Change) => void): void {
  const { tenant } = useSpace().here;
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const one = (change: Change) => latest.current(change);
    const line = lines.get(tenant) ?? openLine(tenant);
    line.hears.add(one);
    return () => {
      line.hears.delete(one);
      if (line.hears.size > 0) return;
      line.stop();
      lines.delete(tenant);
    };
  }, [tenant]);
}

function openLine(tenant: string): Line {
  const stopping = new AbortController();
  const line: Line = { hears: new Set(), stop: () => stopping.abort() };
  lines.set(tenant, line);
  void keepListening(tenant, stopping.signal, (change) => line.hears.forEach((hear) => hear(change)));
  return line;
}

/** fetch, not EventSource: the request says as a member of which tenant it comes. */
async function keepListening(tenant: string, signal: AbortSignal, tell: (change: Change) => void): Promise<void> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      const response = await fetch("/api/v1/changes", { credentials: "same-origin", headers: { "X-Tenu-Tenant": tenant }, signal });
      if (response.status === 401 || response.status === 403) return; // whoever may not listen does not knock again
      if (response.ok && response.body) {
        if (tries > 0) tell({ contract: undefined, revision: 0, phase: "" });
        tries = 0;
        for await (const change of changesIn(response.body)) tell(change);
      }
    } catch {
      // The line broke: it is taken up again below.
    }
    await later(Math.min(AGAIN_IN * 2 ** Math.min(tries, 5), LONGEST), signal);
  }
}

async function* changesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Change> {
  const text = new TextDecoder();
  const reader = body.getReader();
  let kept = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    kept += text.decode(value, { stream: true });
    const parts = kept.split("\n\n");
    kept = parts.pop()!;
    for (const part of parts) {
      const data = part.split("\n").find((one) => one.startsWith("data: "));
      if (data !== undefined) yield JSON.parse(data.slice("data: ".length)) as Change;
    }
  }
}

function later(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
