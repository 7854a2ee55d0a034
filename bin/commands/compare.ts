import type { Command } from "../call.ts"; export const compare = {} as Command;
