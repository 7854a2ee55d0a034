/** Goes through something long until the user interrupts (Ctrl-C, SIGTERM): what is under way ends, and nothing new begins. */
export async function* untilInterrupted<T>(all: AsyncIterable<T>): AsyncGenerator<T, void> {
  let interrupted = false;
  const stop = () => void (interrupted = true);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  try {
    for await (const one of all) {
      yield one;
      if (interrupted) return;
    }
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
  }
}
