import { Logger } from "graphile-worker";

/** The queue's own words, told where they matter: warnings and errors. */
export function queueLogger(tell: (message: string) => void = () => undefined): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") tell(message);
  });
}
