import type { Command } from "../call.ts"; export const simulate = {} as Command;
