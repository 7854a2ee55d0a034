import type { Command } from "../call.ts"; export const facts = {} as Command;
