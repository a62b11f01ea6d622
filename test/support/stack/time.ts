import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from './eventually.ts';
import { messagesIn, QUEUES } from './probes.ts';
import { theClock } from './theStack.ts';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const STREAM_MS = 150; // from a write to what it puts into the queues: p50 is 16 ms

/** Waits until nothing is under way in the stack: messages that wait while the clock jumps would come back to be worked on twice. */
export async function quiet(): Promise<void> {
  await eventually(
    async () => {
      await expectEmpty();
      await pause(STREAM_MS);
      await expectEmpty();
      return true;
    },
    { within: 60 },
  );
}

async function expectEmpty(): Promise<void> {
  const counts = await Promise.all(QUEUES.map(messagesIn));
  if (counts.some((count) => count > 0)) throw new Error(`Still at work: ${QUEUES.map((name, n) => `${name} ${counts[n]}`).join(', ')}.`);
}

/** Lets time pass on the stack's clock, once the stack has come to rest. Timers that come due fire; wait for their effect with `eventually`. */
export async function pass(seconds: number): Promise<void> {
  await quiet();
  await theClock().advance(seconds);
}

/** Lets time pass until some seconds after an instant; nothing happens when that is past. */
export async function passTo(instant: string, seconds = 0): Promise<void> {
  await quiet();
  await theClock().advanceTo(new Date(Date.parse(instant) + seconds * 1000));
}
