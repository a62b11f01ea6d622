import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessage, type Envelope, type Message } from './message.ts';

/** All mails that the local cloud sent, oldest first, kept in a folder. */
export interface Mailbox {
  all(): Message[];
  find(id: string): Message | undefined;
  source(id: string): Buffer | undefined;
  add(source: Buffer, envelope: Envelope): Promise<Message>;
}

/** Opens the mailbox in `folder`, with the mails of earlier starts: `<id>.eml` is the source, `<id>.json` the envelope. */
export async function openMailbox(folder: string): Promise<Mailbox> {
  mkdirSync(folder, { recursive: true });
  const messages = new Map<string, Message>();
  for (const id of savedIds(folder)) {
    messages.set(id, await readMessage(id, readFileSync(join(folder, `${id}.eml`)), readEnvelope(folder, id)));
  }
  let count = Math.max(0, ...[...messages.keys()].map(Number));

  return {
    all: () => [...messages.values()],
    find: (id) => messages.get(id),
    source: (id) => (messages.has(id) ? readFileSync(join(folder, `${id}.eml`)) : undefined),
    add: async (source, envelope) => {
      const id = String(++count).padStart(6, '0');
      const message = await readMessage(id, source, envelope);
      writeFileSync(join(folder, `${id}.json`), JSON.stringify(envelope));
      writeFileSync(join(folder, `${id}.eml`), source);
      messages.set(id, message);
      return message;
    },
  };
}

const savedIds = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d+\.eml$/.test(name))
    .map((name) => name.slice(0, -'.eml'.length))
    .sort();

function readEnvelope(folder: string, id: string): Envelope {
  const saved: unknown = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
  if (!isEnvelope(saved)) throw new Error(`${id}.json in ${folder} is not the envelope of a mail.`);
  return saved;
}

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' &&
  value !== null &&
  'to' in value &&
  Array.isArray(value.to) &&
  'receivedAt' in value &&
  typeof value.receivedAt === 'string';
