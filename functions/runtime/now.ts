import type { Now } from '../usecases/ports.ts';

/** The machine's clock: the one place that reads it. */
export const now: Now = () => new Date().toISOString();
