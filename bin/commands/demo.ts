import type { Command } from "../call.ts"; export const demo = {} as Command;
