import type { Command } from "../call.ts"; export const lint = {} as Command;
