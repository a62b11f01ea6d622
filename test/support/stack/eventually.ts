import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 60;
const WITHIN_SECONDS = 20;

/**
 * Repeats a check until it neither throws nor gives `undefined` or `false`, and gives what it gave. After `within` real seconds the last reason is thrown.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { within = WITHIN_SECONDS, what = 'it' }: { within?: number; what?: string } = {},
): Promise<Exclude<T, undefined | false>> {
  const end = performance.now() + within * 1000;
  for (;;) {
    let reason: Error | undefined;
    try {
      const found = await check();
      if (isFound(found)) return found;
    } catch (problem) {
      reason = problem instanceof Error ? problem : new Error(String(problem), { cause: problem });
    }
    if (performance.now() >= end) throw reason ?? new Error(`After ${within} s ${what} still does not hold.`);
    await pause(POLL_MS);
  }
}

const isFound = <T>(value: T): value is Exclude<T, undefined | false> => value !== undefined && value !== false;

/** Holds a check against the stack for `seconds`: for what must not happen. Throws as soon as it fails. */
export async function always(check: () => void | Promise<void>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  do {
    await check();
    await pause(POLL_MS);
  } while (performance.now() < end);
}
