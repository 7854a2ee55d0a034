import { type Paint, painter } from "./paint.ts";

/** Where answers go: paper of a known width, with or without colour. */
export interface Terminal {
  width: number;
  paint: Paint;
  /** What was asked for. */
  write: (text: string) => void;
  /** What went wrong, and progress: never mixed with the answer. */
  tell: (text: string) => void;
  /** Whether somebody watches standard error. */
  watched: boolean;
}

const WIDEST = 160;
const NARROWEST = 40;

export function openTerminal(colourless: boolean): Terminal {
  const { stdout, stderr, env } = process;
  const coloured =
    !colourless && (env["NO_COLOR"] ?? "") === "" && ((env["FORCE_COLOR"] ?? "0") !== "0" || (stdout.isTTY && env["TERM"] !== "dumb"));
  const columns = stdout.isTTY ? stdout.columns : Number(env["COLUMNS"] ?? 100);
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Number.isFinite(columns) && columns > 0 ? columns : 100)),
    paint: painter(coloured),
    write: (text) => void stdout.write(text),
    tell: (text) => void stderr.write(text),
    watched: stderr.isTTY,
  };
}
