import type { Links } from '../../usecases/ports.ts';

/** Loaded with the first link: forms, lists and files need none. */
const jwt = () => import('./jwt.ts');

/** Signed links: JWT whose audience is the purpose. The same input gives the same token, so that a replayed answer is the same answer. */
export const links = (secret: () => Promise<string>): Links => {
  const key = async (): Promise<Uint8Array> => new TextEncoder().encode(await secret());
  return {
    sign: async (purpose, subject, until) => (await jwt()).sign(await key(), purpose, subject, until),
    verify: async (purpose, token, now) => (await jwt()).verify(await key(), purpose, token, now),
  };
};
