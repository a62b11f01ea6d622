import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const FOLLOWS_WITHIN_MS = 250; // the cloud rereads the file every 100 ms, a Lambda every 20 ms

/** The clock of a local stack: the machine's, plus an offset in a file. It can only be moved forward. */
export interface Clock {
  /** The present moment in the local cloud. */
  now(): Date;
  /** How far it is ahead of the machine. */
  offsetSeconds(): number;
  /** Moves it forward; resolves once the cloud and its Lambdas follow. Throws on a negative number. */
  advance(seconds: number): Promise<void>;
  /** Moves it to a moment; one that is past already changes nothing. */
  advanceTo(moment: Date | string): Promise<void>;
}

/** The clock of the stack whose files are in `home` (`home` in its stack.json). */
export function clockOf(home: string): Clock {
  const file = join(home, 'clock');
  const offsetSeconds = (): number => (existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0);
  const now = (): Date => new Date(Date.now() + offsetSeconds() * 1000);
  const advance = async (seconds: number): Promise<void> => {
    if (!(seconds >= 0)) throw new RangeError('The local cloud’s clock only moves forward.');
    writeFileSync(`${file}.new`, String(offsetSeconds() + seconds));
    renameSync(`${file}.new`, file); // in one step: readers never see half a number
    await pause(FOLLOWS_WITHIN_MS);
  };
  return {
    now,
    offsetSeconds,
    advance,
    advanceTo: (moment) => advance(Math.max(0, (new Date(moment).getTime() - now().getTime()) / 1000)),
  };
}
