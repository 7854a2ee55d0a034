// Runs a program in our place: same terminal, same signals, same end.
import { spawn } from "node:child_process";
import { constants } from "node:os";

const passed = ["SIGINT", "SIGTERM", "SIGHUP"];

export function passThrough(program, parameters, env = process.env) {
  const child = spawn(program, parameters, { stdio: "inherit", env });
  const handlers = passed.map((signal) => [signal, () => reachesChild(signal) || child.kill(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);

  child.on("error", (error) => {
    process.stderr.write(`Cannot start ${program}: ${error.message}\n`);
    process.exit(126);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const [name, handler] of handlers) process.off(name, handler);
    process.kill(process.pid, signal);
    // A signal that does not end us (or a platform without it) still ends the run, with the shell's own number.
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 200);
  });
}

/** At a terminal Ctrl-C reaches the child by itself: passing it on would make it two. */
function reachesChild(signal) {
  return signal === "SIGINT" && process.stdin.isTTY;
}
