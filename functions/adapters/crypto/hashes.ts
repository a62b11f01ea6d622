import { createHmac } from 'node:crypto';
import type { Hashes } from '../../usecases/ports.ts';

/** Keyed SHA-256, one key space per purpose: its first 128 bits in base64url, 22 characters, as every command and case is stored with some of them. */
export const hashes = (secret: () => Promise<string>) =>
  ({
    async hash(purpose: string, text: string): Promise<string> {
      return createHmac('sha256', await secret())
        .update(`${purpose}\n${text}`)
        .digest()
        .subarray(0, 16)
        .toString('base64url');
    },
  }) satisfies Hashes;
