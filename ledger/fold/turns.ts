/** Lets work on one contract go one after another within this process; other contracts do not wait. */
export interface Turns {
  take<T>(contract: string, work: () => Promise<T>): Promise<T>;
}

export function openTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    async take(contract, work) {
      const before = last.get(contract);
      const { promise: mine, resolve: pass } = Promise.withResolvers<void>();
      last.set(contract, mine);
      try {
        await before;
        return await work();
      } finally {
        if (last.get(contract) === mine) last.delete(contract);
        pass();
      }
    },
  };
}
