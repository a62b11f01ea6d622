import { createHmac } from 'node:crypto';
import type { Hashes } from '../../usecases/ports.ts';

/** Keyed SHA-256 in hex, one key space per purpose. */
export const hashes = (secret: () => Promise<string>) =>
  ({
    async hash(purpose: string, text: string): Promise<string> {
      return createHmac('sha256', await secret())
        .update(`${purpose}\n${text}`)
        .digest('hex');
    },
  }) satisfies Hashes;
