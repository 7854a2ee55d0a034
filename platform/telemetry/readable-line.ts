import { styleText } from "node:util";

const inks = { debug: "dim", info: "cyan", warn: "yellow", error: "red", fatal: "red" } as const;

/** A JSON line of the log as a person reads it in a terminal: time of day (UTC), level, words, then the rest as `key=value`. */
export function readableLine(line: string, coloured: boolean): string {
  const { level, time, msg = "", err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const paint = (ink: Parameters<typeof styleText>[0], text: string) => (coloured ? styleText(ink, text, { validateStream: false }) : text);
  const label = String(level).toUpperCase().padEnd(5);
  const clock = String(time).slice(11, 23);
  const said = Object.entries(rest).map(([key, value]) =>
    paint("dim", `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`),
  );
  const words = [paint("dim", clock), paint(inks[level as keyof typeof inks] ?? "cyan", label), String(msg), ...said].join(" ");
  const { stack, message } = (err ?? {}) as { stack?: string; message?: string };
  const trouble = stack ?? message;
  return trouble === undefined ? `${words}\n` : `${words}\n${trouble.replaceAll(/^/gm, "    ")}\n`;
}
