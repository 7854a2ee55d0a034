import type { Command } from "../call.ts"; export const clauses = {} as Command;
