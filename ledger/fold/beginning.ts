import type { Instant } from "#kernel/time/instant.ts";

/** The first instant of the year 1: before every life and every checkpoint, and one that PostgreSQL can hold. */
export const BEGINNING: Instant = -62_135_596_800_000;
