import type { Command } from "../call.ts"; export const format = {} as Command;
