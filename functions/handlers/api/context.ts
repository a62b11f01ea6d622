import { chooseLocale } from '../../content/locale.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';

/** The language of a reader: `?lang=`, else the cookie that keeps an earlier choice, else Accept-Language. */
export const localeOf = ({ query, cookies, headers }: Pick<Request, 'query' | 'cookies' | 'headers'>): Locale =>
  chooseLocale(query['lang'] ?? cookies['lang'], headers['accept-language']);

/** Longest Idempotency-Key that is taken; UUIDs have 36 characters. */
const KEY_LENGTH = 255;

/** The Idempotency-Key of a write, if it has one. Throws `invalid-input` when it is empty or too long. */
export const idempotencyKey = ({ headers }: Pick<Request, 'headers'>): string | undefined => {
  const key = headers['idempotency-key'];
  if (key !== undefined && (key.trim() === '' || key.length > KEY_LENGTH))
    throw new Problem('invalid-input', { detail: `The Idempotency-Key has 1 to ${KEY_LENGTH} characters.` });
  return key;
};
