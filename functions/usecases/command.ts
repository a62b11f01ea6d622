import { canonical } from '../domain/kernel/canonical.ts';
import type { Hashes } from './ports.ts';

/** A request by the hashes of its Idempotency-Key and of what it asked for. */
export interface Command {
  readonly key: string;
  readonly body: string;
}

/** The command of a request, so that a replay is recognised. */
export const commandOf = async (hashes: Hashes, { key, body }: { readonly key: string; readonly body: unknown }): Promise<Command> => ({
  key: await hashes.hash('command', key),
  body: await hashes.hash('body', canonical(body)),
});

/** The version that a command made before; `other` when its key stood for another request; nothing for a new one. */
export const madeBefore = (
  events: readonly { readonly version: number; readonly command?: Command | undefined }[],
  command: Command | undefined,
): number | 'other' | undefined => {
  const earlier = command && events.find((event) => event.command?.key === command.key);
  if (!earlier) return undefined;
  return earlier.command?.body === command.body ? earlier.version : 'other';
};
