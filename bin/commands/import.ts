import type { Command } from "../call.ts"; export const importLog = {} as Command;
