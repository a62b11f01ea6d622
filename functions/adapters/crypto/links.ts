import { errors, jwtVerify, SignJWT } from 'jose';
import type { Links } from '../../usecases/ports.ts';

/** Signed links: JWT (HS256) whose audience is the purpose. The same input gives the same token, so that a replayed answer is the same answer. */
export const links = (secret: () => Promise<string>): Links => {
  const key = async (): Promise<Uint8Array> => new TextEncoder().encode(await secret());
  return {
    async sign(purpose, subject, until) {
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(purpose)
        .setSubject(subject)
        .setExpirationTime(Math.floor(Date.parse(until) / 1000))
        .sign(await key());
    },

    async verify(purpose, token, now) {
      try {
        const { payload } = await jwtVerify(token, await key(), { algorithms: ['HS256'], audience: purpose, currentDate: new Date(now) });
        return payload.sub ? { subject: payload.sub } : 'invalid';
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired';
        if (error instanceof errors.JOSEError) return 'invalid';
        throw error;
      }
    },
  };
};
